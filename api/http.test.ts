import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { executeRun } from '@/domain/ingest/execute-run';
import type { Access } from '@/domain/tenants/access';
import { ingestRecords, testFeed, testTenant } from '@/domain/test-tenant';
import { answer } from './answer';
import { keyFor } from './test-client';

let db: Awaited<ReturnType<typeof testDatabase>>;
let tenant: Access;
let key: string;
let server: Server;
let base: string;

/** The API behind a real socket, as small as a server can be. */
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  tenant = await testTenant({ currency: 'EUR' });
  key = await keyFor(tenant, 'analyst');
  server = createServer(async (incoming, outgoing) => {
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
    const response = await answer(
      new Request(`http://${incoming.headers.host}${incoming.url}`, {
        method: incoming.method,
        headers: incoming.headers as Record<string, string>,
        body: hasBody ? (Readable.toWeb(incoming) as ReadableStream) : undefined,
        duplex: 'half',
      } as RequestInit),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) return outgoing.end();
    await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing).catch(() => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.drop();
});

const call = (path: string, init: RequestInit = {}) =>
  fetch(base + path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 ** 2;
};

const boundary = 'the-boundary';
const head = (name: string, more = '') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;

/** A form whose file is made while it is sent: so many megabytes. */
async function* bigForm(megabytes: number, mapping: object): AsyncGenerator<Buffer> {
  yield Buffer.from(`${head('mapping')}${JSON.stringify(mapping)}\r\n`);
  yield Buffer.from(`${head('file', '; filename="big.csv"')}sku,title\n`);
  const line = `A-1,${'x'.repeat(1018)}\n`;
  const chunk = Buffer.from(line.repeat(64));
  for (let n = 0; n < megabytes * 16; n++) yield chunk;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

test('a large upload passes through without being held in memory', async () => {
  const feed = await testFeed(tenant);
  const mapping = { target: 'product', columns: { source_id: 'sku', title: 'title' } };
  const before = memory();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory() - before);
  }, 50);
  const response = await call(`/feeds/${feed}/files`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Readable.toWeb(Readable.from(bigForm(300, mapping))) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  clearInterval(watch);
  const body = await response.json();
  expect([response.status, body]).toEqual([202, { runId: expect.any(String) }]);
  const run = await (await call(`/runs/${body.runId}`)).json();
  expect(run.source.size).toBeGreaterThan(300 * 1000 * 1000);
  // All of it, sender included, stays far below the 300 MB that went through.
  expect(peak).toBeLessThan(150);
});

test('a sender that goes away leaves nothing behind', async () => {
  const feed = await testFeed(tenant, 'cut');
  const gone = new AbortController();
  async function* half(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${head('file', '; filename="half.csv"')}sku\n${'A\n'.repeat(100_000)}`);
    gone.abort();
    yield Buffer.from('B\n');
  }
  const sending = call(`/feeds/${feed}/files`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Readable.toWeb(Readable.from(half())) as ReadableStream,
    duplex: 'half',
    signal: gone.signal,
  } as RequestInit);
  await expect(sending).rejects.toThrow();
  expect((await (await call(`/runs?feed=${feed}`)).json()).data).toEqual([]);
});

test('records stream out while they are read, and a reader may leave early', async () => {
  const feed = await testFeed(tenant, 'many', 'records');
  await ingestRecords(
    tenant,
    feed,
    'product',
    Array.from({ length: 9000 }, (_, n) => ({ source_id: `p${n}`, title: `Product ${n}` })),
  );
  const whole = await (await call('/records/product?format=ndjson')).text();
  expect(whole.trimEnd().split('\n').at(-1)).toBe('{"rows":9000}');

  const response = await call('/records/product?format=csv');
  const reader = response.body!.getReader();
  const first = new TextDecoder().decode((await reader.read()).value);
  expect(first).toMatch(/^source_id,/);
  await reader.cancel();
  // The connection that served it is free: the next call answers.
  expect((await call('/me')).status).toBe(200);
});

test('a file sent by a plain client becomes records', async () => {
  const feed = await testFeed(tenant, 'plain');
  const form = new FormData();
  form.set('file', new Blob(['sku,title\nB-1,Lamp\n']), 'products.csv');
  form.set('mapping', JSON.stringify({ target: 'product', columns: { source_id: 'sku', title: 'title' } }));
  const { runId } = await (await call(`/feeds/${feed}/files`, { method: 'POST', body: form })).json();
  await executeRun(tenant, runId);
  const run = await (await call(`/runs/${runId}`)).json();
  expect(run).toMatchObject({ status: 'succeeded', read: 1, inserted: 1 });
});
