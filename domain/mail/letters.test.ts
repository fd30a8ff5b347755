import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { verifyAddress } from '@/emails/letters/verify-address';
import { env } from '@/lib/env';
import { deliverLetters } from './deliver-letters';
import { HandoverUnknown, NotHandedOver, type Transport } from './handover';
import { mailboxFolder } from './mailbox-folder';
import { postLetter } from './post-letter';

let db: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  folder = mkdtempSync(join(tmpdir(), 'fairway-letters-'));
});
beforeEach(() => directoryQuery('delete from directory.letters'));
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.drop();
});

const post = () =>
  postLetter({
    email: 'Reader@Example.com',
    locale: 'en',
    letter: verifyAddress,
    props: { tenant: 'Morning Sail', link: 'https://fairway.example/verify/secret-token', hours: 24 },
  });

interface Stored {
  email: string;
  props: string | null;
  attempts: number;
  due_at: Date;
  sent_at: Date | null;
  error: string | null;
}
const stored = async (id: string) =>
  (await directoryQuery<Stored>('select * from directory.letters where id = $1', [id]))[0]!;

const box = () => {
  const path = join(folder, randomUUID());
  return { path, transport: mailboxFolder(path) };
};

const failing = (error: Error): Transport => ({
  send: async () => {
    throw error;
  },
  wasSent: async () => false,
});

test('a letter is sealed until it is sent, then empty', async () => {
  const id = await post();
  const before = await stored(id);
  expect(before).toMatchObject({ email: 'reader@example.com', sent_at: null, attempts: 0 });
  expect(before.props).not.toContain('secret-token');
  expect(Buffer.from(before.props!, 'base64url').toString('latin1')).not.toContain('secret-token');
  const { path, transport } = box();
  expect(await deliverLetters(transport)).toBe(1);
  expect(await stored(id)).toMatchObject({ props: null, error: null, attempts: 1, sent_at: expect.any(Date) });
  const [name] = readdirSync(path);
  const mime = readFileSync(join(path, name!), 'utf8');
  expect(mime).toContain('reader@example.com');
  expect(mime).toContain('Auto-Submitted: auto-generated');
  expect(await deliverLetters(transport)).toBe(0);
});

test('many workers at a time send each letter once', async () => {
  for (let n = 0; n < 25; n++) await post();
  const sent: string[] = [];
  const transport: Transport = {
    send: async ({ messageId }) => {
      sent.push(messageId);
    },
    wasSent: async () => null,
  };
  await Promise.all([deliverLetters(transport), deliverLetters(transport), deliverLetters(transport)]);
  await deliverLetters(transport);
  expect(sent).toHaveLength(25);
  expect(new Set(sent).size).toBe(25);
});

test('what was not handed over is tried again, later each time', async () => {
  const id = await post();
  const start = Date.now();
  const transport = failing(new NotHandedOver('mailbox busy', false));
  expect(await deliverLetters(transport)).toBe(0);
  const first = await stored(id);
  expect(first).toMatchObject({ error: 'mailbox busy', attempts: 1, sent_at: null });
  expect(first.props).not.toBeNull();
  expect(first.due_at.getTime()).toBeGreaterThan(start);
  expect(await deliverLetters(transport)).toBe(0);
  expect((await stored(id)).attempts).toBe(1);

  vi.useFakeTimers({ toFake: ['Date'], now: first.due_at });
  await deliverLetters(transport);
  const second = await stored(id);
  expect(second.attempts).toBe(2);
  expect(second.due_at.getTime() - first.due_at.getTime()).toBeGreaterThan(first.due_at.getTime() - start - 1000);
  vi.setSystemTime(second.due_at);
  expect(await deliverLetters(box().transport)).toBe(1);
  expect(await stored(id)).toMatchObject({ props: null, error: null, attempts: 3 });
});

test.each([
  ['refused for good', new NotHandedOver('no such mailbox', true), 'no such mailbox'],
  ['perhaps taken', new HandoverUnknown('line broke'), 'line broke'],
])('what was %s is given up, with the reason', async (_what, error, reason) => {
  const id = await post();
  expect(await deliverLetters(failing(error))).toBe(1);
  expect(await stored(id)).toMatchObject({ props: null, sent_at: null, error: reason });
});

test('after two days it is given up', async () => {
  const id = await post();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 49 * 3600_000 });
  expect(await deliverLetters(failing(new NotHandedOver('still busy', false)))).toBe(1);
  expect(await stored(id)).toMatchObject({ props: null, sent_at: null, error: 'still busy' });
});

test('a letter that nobody can read any more does not stand in the way of the rest', async () => {
  const id = await post();
  await directoryQuery(`update directory.letters set props = 'sealed elsewhere' where id = $1`, [id]);
  await post();
  expect(await deliverLetters(box().transport)).toBe(2);
  expect(await stored(id)).toMatchObject({
    props: null,
    sent_at: null,
    error: expect.stringContaining('cannot be read'),
  });
});

/** Runs a deliverer in its own process until it is killed at the given moment; answers the mailbox folder. */
async function killedDeliverer(moment: 'before' | 'after', kind: 'folder' | 'server'): Promise<string> {
  const { AUTH_SECRET, ENCRYPTION_KEY } = env();
  const dataDir = mkdtempSync(join(folder, 'killed-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'domain/mail/test-deliverer.ts', moment, kind], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      AUTH_SECRET,
      ENCRYPTION_KEY,
      DATABASE_URL: db.ownerUrl,
      FAIRWAY_DATA_DIR: dataDir,
    },
  });
  expect(await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)))).toBe('SIGKILL');
  return join(dataDir, 'mailbox');
}

test.each(['before', 'after'] as const)(
  'killed -9 %s the mail is in the mailbox: one mail in the end',
  async (when) => {
    const id = await post();
    const path = await killedDeliverer(when, 'folder');
    expect(await stored(id)).toMatchObject({ attempts: 1, error: null, sent_at: null });
    await vi.waitFor(async () => expect(await deliverLetters(mailboxFolder(path))).toBe(1), { timeout: 10_000 });
    expect(readdirSync(path)).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ props: null, error: null, sent_at: expect.any(Date) });
  },
);

test('killed -9 with a mail server: given up rather than sent twice', async () => {
  const id = await post();
  await killedDeliverer('after', 'server');
  const send = vi.fn(async () => {});
  const server: Transport = { send, wasSent: async () => null };
  await vi.waitFor(async () => expect(await deliverLetters(server)).toBe(1), { timeout: 10_000 });
  expect(send).not.toHaveBeenCalled();
  expect(await stored(id)).toMatchObject({ props: null, sent_at: null, error: expect.stringContaining('Interrupted') });
});
