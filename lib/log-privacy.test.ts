import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { problemOf } from '@/api/problem';
import { client } from '@/api/test-client';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { executeRun } from '@/domain/ingest/execute-run';
import { startRun } from '@/domain/ingest/start-run';
import { storeUpload } from '@/domain/ingest/uploads';
import { inviteMember } from '@/domain/invitations/invite-member';
import { createKey } from '@/domain/keys/create-key';
import { deliverLetters } from '@/domain/mail/deliver-letters';
import { NotHandedOver } from '@/domain/mail/handover';
import { createUser } from '@/domain/members/create-user';
import { requestReset } from '@/domain/members/reset-password';
import { openSession } from '@/domain/members/sessions';
import { verifyPassword } from '@/domain/members/verify-password';
import { testFeed, testTenant } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { every } from '@/workers/every';
import { errorFields, log } from './log';

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'debug';
});

ownDatabase();
/** All that was written to either stream since the test began. */
let written = '';
const streams = [process.stdout, process.stderr];
const writes = streams.map((stream) => stream.write);

async function recorded(work: () => Promise<void>): Promise<string> {
  written = '';
  for (const stream of streams)
    stream.write = ((chunk: unknown) => {
      written += String(chunk);
      return true;
    }) as typeof stream.write;
  try {
    await work();
  } finally {
    for (const [n, stream] of streams.entries()) stream.write = writes[n]!;
  }
  return written;
}

const email = 'wilhelmina.ostrander@harbour-lamp.example';
const name = 'Wilhelmina Ostrander';
const password = 'correct horse battery 7741';

test('what people do, and what goes wrong with it, leaves no name, address, password, key or token in the log', async () => {
  const secrets = new Set([email, 'wilhelmina', name, 'Ostrander', password, 'buyer@example.com', 'Rotterdam quay 9']);
  const answers: string[] = [];
  const text = await recorded(async () => {
    const access = await testTenant();
    const user = await createUser({ email, name, password });
    await verifyPassword({ email, password: `${password}!`, from: '192.0.2.1' });
    await verifyPassword({ email, password, from: '192.0.2.1' });
    secrets.add(await openSession(user.id));
    const { key } = await withTenant(access, (work) => createKey(work, { name: 'Ostrander key', role: 'owner' }));
    secrets.add(key);
    await withTenant(access, (work) => inviteMember(work, { email: 'wilhelmina.guest@example.com', role: 'viewer' }));
    await requestReset(email, { address: '192.0.2.1', locale: 'en' });
    const refusing = {
      send: () => Promise.reject(new NotHandedOver(`550 <${email}> is not here`, false)),
      wasSent: async () => null,
    };
    await deliverLetters(refusing as never);

    // Bodies and addresses that are wrong in many ways.
    const call = client(key);
    for (const body of [
      { name: email },
      { connector: email, name },
      [email],
      'no json',
      { kpi: name, target: password },
    ])
      for (const path of ['/feeds', '/milestones'])
        answers.push((await call('POST', path, { body, headers: { 'content-type': 'application/json' } })).text);
    await client(`${key}x`)('GET', '/me');

    // A file with a buyer's address, some rows of which cannot be read.
    const feed = await testFeed(access);
    const file =
      'No,SKU,Qty,Date,Price,Mail,To\n1,A,1,2026-03-01,2,buyer@example.com,Rotterdam quay 9\n2,A,x,?,2,buyer@example.com,Rotterdam quay 9\n';
    const upload = await storeUpload(access, { fileName: `${name}.csv`, body: Readable.from([Buffer.from(file)]) });
    const columns = {
      order_number: 'No',
      sku: 'SKU',
      quantity: 'Qty',
      placed_at: 'Date',
      unit_price: 'Price',
      customer_email: 'Mail',
    };
    const { customer_email: _, ...plain } = columns;
    const mapping = {
      target: 'sales_lines',
      columns: plain,
      constants: { currency: 'EUR', channel: 'x' },
      timezone: 'UTC',
    };
    const { runId } = await withTenant(access, (work) => startRun(work, { feedId: feed, upload, mapping }));
    await executeRun(access, runId);

    // What the database says of a row that it refuses, in the log, in an answer, and printed by whoever meets it.
    const refused = await directoryQuery('insert into directory.users (email) values ($1)', [email]).catch((e) => e);
    const unreadable = await directoryQuery('select $1::text::int', [email]).catch((e) => e);
    for (const error of [refused, unreadable]) {
      log('error', 'test.failed', errorFields(error));
      answers.push(await problemOf(error, 'en').text());
      process.stderr.write(inspect(error));
      process.stderr.write(inspect(new Error('around it', { cause: error })));
      const repeating = every('test', 1, () => Promise.reject(error));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await repeating.stop();
    }
  });
  expect(text).toContain('"event":"test.failed"');
  for (const secret of secrets) {
    expect(text.toLowerCase().includes(secret.toLowerCase()), `the log holds ${secret}:\n${text}`).toBe(false);
  }
  // What a caller sent may come back to that caller; what others keep, and our insides, may not.
  for (const answer of answers) expect(answer).not.toMatch(/argon2|\bat \/|select |insert into|directory\./);
});
