import { describe, expect, test } from 'vitest';
import { executeRun } from '@/domain/ingest/execute-run';
import { ingestRecords } from '@/domain/test-tenant';
import { records } from '@/records/catalogue';
import { testApi } from './test-api';

const { tenant, call, newFeed } = testApi();

describe('records', () => {
  const orders = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      source_id: `o${String(i).padStart(4, '0')}`,
      number: `N${i}`,
      channel: 'web',
      placed_at: `2026-03-0${1 + (i % 3)}T23:30:00+02:00`,
      currency: 'GBP',
      gross: { amount: '12.34', currency: 'GBP' },
    }));

  test('are sent as NDJSON or a JSON array and come back as they were sent', async () => {
    const id = await newFeed('records');
    const ndjson = orders(2)
      .map((o) => JSON.stringify(o))
      .join('\n');
    const first = await call('POST', `/feeds/${id}/records/order`, {
      body: ndjson,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(first.status).toBe(202);
    await executeRun(tenant(), first.body.runId);
    const second = await call('POST', `/feeds/${id}/records/order`, {
      body: orders(3),
      headers: { 'content-type': 'application/json' },
    });
    await executeRun(tenant(), second.body.runId);
    expect((await call('GET', `/runs/${second.body.runId}`)).body).toMatchObject({
      kind: 'records',
      status: 'succeeded',
      read: 3,
      inserted: 1,
      unchanged: 2,
    });
    const { data } = (await call('GET', '/records/order')).body;
    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({
      source_id: 'o0000',
      feed_id: id,
      placed_at: '2026-03-01T21:30:00.000Z',
      day: '2026-03-01',
      gross: { amount: '12.34', currency: 'GBP' },
      net_reporting: { currency: 'EUR' },
      tax: null,
      b2b: null,
    });
    expect(data[0]).not.toHaveProperty('raw');
    expect(data[0]).not.toHaveProperty('tenant_id');
    expect((await call('POST', `/feeds/${id}/records/moon`, { body: '{}' })).status).toBe(404);
    expect(
      (await call('POST', `/feeds/${id}/records/order`, { body: 'x', headers: { 'content-type': 'text/csv' } })).status,
    ).toBe(415);
  });

  test('pages meet every row once, and days and feeds choose', async () => {
    const [one, other] = [await newFeed('records'), await newFeed('records')];
    await ingestRecords(tenant(), one, 'order', orders(7));
    await ingestRecords(tenant(), other, 'order', orders(5));
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await call('GET', `/records/order?limit=5${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.data.map((r: { feed_id: string; source_id: string }) => `${r.feed_id}/${r.source_id}`));
      cursor = body.next;
    } while (cursor);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    const count = async (query: string) => (await call('GET', `/records/order?${query}`)).body.data.length;
    expect(await count(`feed=${one}`)).toBe(7);
    expect(await count('from=2026-03-02&to=2026-03-02')).toBe(4);
    expect(await count(`feed=${other}&from=2026-03-03`)).toBe(1);
    for (const query of [
      'cursor=!!',
      'cursor=W10',
      `cursor=${Buffer.from('["a","b"]').toString('base64url')}`,
      'from=2026-03-03&to=2026-03-01',
    ])
      expect([query, (await call('GET', `/records/order?${query}`)).status]).toEqual([query, 400]);
    expect((await call('GET', '/records/product?from=2026-03-03')).body).toMatchObject({
      status: 400,
      type: '/problems/record_without_days',
    });
  });

  test('all of them stream as NDJSON and CSV, the count last', async () => {
    const feed = await newFeed('records');
    await ingestRecords(tenant(), feed, 'order', [
      ...orders(2200),
      { ...orders(1)[0], source_id: 'z', number: '=1+1', ship_region: 'a, "b"' },
    ]);
    const nd = await call('GET', '/records/order?format=ndjson');
    expect(nd.headers.get('content-type')).toMatch('application/x-ndjson');
    const lines = nd.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2202);
    expect(lines.at(-1)).toEqual({ rows: 2201 });
    expect(new Set(lines.slice(0, -1).map((r) => r.source_id)).size).toBe(2201);
    const csv = await call('GET', '/records/order?format=csv&from=2026-03-01');
    const csvLines = csv.text.trimEnd().split('\r\n');
    expect(csvLines[0]).toMatch(/^source_id,feed_id,/);
    expect(csvLines.at(-1)).toBe('# rows: 2201');
    expect(csv.text).toContain('12.34,');
    expect(csv.text).toContain(`,'=1+1,`);
    expect(csv.text).toContain('"a, ""b"""');
    const none = await call('GET', `/records/order?format=csv&feed=${crypto.randomUUID()}`);
    expect(none.text.split('\r\n').slice(1)).toEqual(['# rows: 0', '']);
  });

  test.each(records.map((r) => r.name))('%s is listed, empty or not', async (name) => {
    expect((await call('GET', `/records/${name}`)).body).toEqual({ data: [], next: null });
  });
});
