import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { env } from '@/lib/env';
import { HandoverUnknown, NotHandedOver, type Transport } from '../mail/handover';
import { mailboxFolder } from '../mail/mailbox-folder';
import { addMember } from '../members/add-member';
import { createUser } from '../members/create-user';
import type { MemberRole } from '../permissions';
import type { Access } from '../tenants/access';
import { accessForMember } from '../tenants/ways-in';
import { testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { digestNow } from './digest-now';
import { addDelivery, dueDigests } from './due-digests';
import { getDelivery, listDeliveries } from './list-deliveries';
import { previewDigest } from './preview-digest';
import { sendDigest } from './send-digest';
import { listSubscriptions, setSubscription, subscribeDefault } from './subscriptions';
import { readUnsubscribe, unsubscribe } from './unsubscribe';

let db: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  folder = mkdtempSync(join(tmpdir(), 'fairway-digests-'));
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.drop();
});

/** Only the clock is set; timers run as ever. */
const at = (instant: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });

const box = () => {
  const path = join(folder, randomUUID());
  return { path, transport: mailboxFolder(path) };
};

async function reader(
  access: Access,
  person: { locale?: 'en' | 'zh-CN'; zone?: string; role?: MemberRole; name?: string } = {},
): Promise<string> {
  const { role = 'viewer', ...rest } = person;
  const { id } = await createUser({ email: `${randomUUID()}@example.com`, ...rest });
  await addMember({ tenantId: access.tenant.id, userId: id, role });
  await withTenant(access, (work) => subscribeDefault(work, id));
  return id;
}

const memberAccess = async (access: Access, userId: string) => (await accessForMember(userId, access.tenant.slug))!;

const due = (access: Access) => withTenant(access, dueDigests);

const deliver = (access: Access, userId: string, period = '2026-03-05') =>
  withTenant(access, async (work) => (await addDelivery(work, userId, 'daily', period))!);

const stored = (access: Access, id: string) => withTenant(access, (work) => getDelivery(work, id));

const mails = (path: string): string[] => readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));

/** The parts of a mail, decoded. */
const partsOf = (mime: string): string[] =>
  [...mime.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, body]) =>
    Buffer.from(body!, 'base64').toString('utf8'),
  );

const nothing = { data: [], next: null };

test('each reader gets the digest at their own hour, in their own language, once', async () => {
  const access = await testTenant({ zone: 'Asia/Shanghai' });
  const chinese = await reader(access);
  const german = await reader(access, { locale: 'en', zone: 'Europe/Berlin', name: 'Reader "One" <x>' });
  const { path, transport } = box();

  at('2026-03-04T22:59:00Z');
  expect(await due(access)).toEqual([]);
  at('2026-03-04T23:00:30Z');
  const [first, ...none] = await due(access);
  expect(none).toEqual([]);
  expect(await due(access)).toEqual([]);
  expect(await sendDigest(access, first!, transport)).toBe('sent');
  at('2026-03-05T06:30:00Z');
  const [second] = await due(access);
  expect(await sendDigest(access, second!, transport)).toBe('sent');
  at('2026-03-05T08:30:00Z');
  expect(await due(access)).toEqual([]);
  at('2026-03-05T23:00:30Z');
  expect(await due(access)).toHaveLength(1);

  const [inChinese, inEnglish] = [await stored(access, first!), await stored(access, second!)];
  expect(inChinese).toMatchObject({ userId: chinese, period: '2026-03-05', status: 'sent' });
  expect(inChinese.subject).toContain('每日简报');
  expect(inEnglish).toMatchObject({ userId: german, period: '2026-03-05', status: 'sent' });
  expect(inEnglish.subject).toBe(`Fairway daily · ${access.tenant.name} · Mar 5, 2026`);
  const sent = mails(path);
  expect(sent).toHaveLength(2);
  // What is kept is what was sent.
  expect(sent.map(partsOf).sort()).toEqual([inChinese, inEnglish].map((d) => [d.text!, d.html!]).sort());
});

test('a mail carries one-click unsubscribe and its own id, and no header that somebody typed', async () => {
  const access = await testTenant();
  const userId = await reader(access, { locale: 'en', name: 'A\r\nBcc: b@example.com' });
  const { path, transport } = box();
  const id = await deliver(access, userId);
  await sendDigest(access, id, transport);
  const [mime] = mails(path);
  const head = mime!.slice(0, mime!.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
  expect(head).toContain(`Message-ID: <digest.${id}@localhost>`);
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const token = /List-Unsubscribe: <http:\/\/localhost:3000\/api\/unsubscribe\/([\w-]+)>/.exec(head)?.[1];
  expect(head).not.toMatch(/^Bcc:/m);

  const before = await readUnsubscribe(token!);
  expect(before).toEqual({ digest: 'daily', tenantName: access.tenant.name, active: true, locale: 'en' });
  expect((await unsubscribe(token!)).active).toBe(false);
  expect((await readUnsubscribe(token!)).active).toBe(false);
  expect((await unsubscribe(token!, true)).active).toBe(true);
});

test('unsubscribing ends this digest for this person alone; a made-up token ends nothing', async () => {
  const access = await testTenant();
  const [one, other] = [await reader(access), await reader(access)];
  const tokens = await withTenant(access, (work) =>
    work.query<{ user_id: string; unsubscribe_token: string }>(
      'select user_id, unsubscribe_token from app.digest_subscriptions where tenant_id = $1',
      [work.tenant.id],
    ),
  );
  const token = tokens.find((t) => t.user_id === one)!.unsubscribe_token;
  await unsubscribe(token);
  const { path, transport } = box();
  at('2026-03-04T23:30:00Z');
  const made = await due(access);
  expect(made).toHaveLength(1);
  await sendDigest(access, made[0]!, transport);
  expect((await stored(access, made[0]!)).userId).toBe(other);
  expect(mails(path)).toHaveLength(1);

  const strangers = await testTenant();
  const moved = Buffer.concat([
    Buffer.from(strangers.tenant.id.replaceAll('-', ''), 'hex'),
    Buffer.from(token, 'base64url').subarray(16),
  ]).toString('base64url');
  for (const wrong of [moved, `${token.slice(0, -1)}!`, '', 'x'.repeat(54), `${token}a`])
    await expect(unsubscribe(wrong)).rejects.toMatchObject({ code: 'unsubscribe_link_invalid', status: 404 });
});

test('who left, or unsubscribed, after the digest was made gets nothing', async () => {
  const access = await testTenant();
  const [gone, tired] = [await reader(access), await reader(access)];
  const [toGone, toTired] = [await deliver(access, gone), await deliver(access, tired)];
  await directoryQuery('delete from directory.memberships where user_id = $1', [gone]);
  await withTenant(await memberAccess(access, tired), (work) =>
    setSubscription(work, { digest: 'daily', active: false }),
  );
  const { path, transport } = box();
  expect(await sendDigest(access, toGone, transport)).toBe('skipped');
  expect(await sendDigest(access, toTired, transport)).toBe('skipped');
  expect(await stored(access, toGone)).toMatchObject({ error: 'not_a_member', html: null, reader: null });
  expect(await stored(access, toTired)).toMatchObject({ error: 'unsubscribed', html: null });
  expect(() => readdirSync(path)).toThrow('ENOENT');
  at('2026-03-05T23:30:00Z');
  expect(await due(access)).toEqual([]);
});

test('many senders at once send one mail', async () => {
  const access = await testTenant();
  const id = await deliver(access, await reader(access));
  let handed = 0;
  const slow: Transport = {
    async send() {
      handed++;
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
    wasSent: async () => null,
  };
  const results = await Promise.all([1, 2, 3].map(() => sendDigest(access, id, slow)));
  expect(handed).toBe(1);
  expect(results.sort()).toEqual(['sending', 'sending', 'sent']);
  expect(await sendDigest(access, id, slow)).toBe('sent');
  expect(handed).toBe(1);
});

/** Runs test-sender.ts, which is killed while it sends. */
async function killedSender(access: Access, id: string, moment: 'before' | 'after', kind: 'folder' | 'server') {
  const { AUTH_SECRET, ENCRYPTION_KEY } = env();
  const dataDir = join(folder, randomUUID());
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'domain/digests/test-sender.ts', access.tenant.id, id, moment, kind],
    {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        AUTH_SECRET,
        ENCRYPTION_KEY,
        DATABASE_URL: db.ownerUrl,
        FAIRWAY_DATA_DIR: dataDir,
      },
    },
  );
  const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  return join(dataDir, 'mailbox');
}

test.each(['before', 'after'] as const)(
  'a sender killed -9 %s the mail is in the mailbox: one mail in the end',
  async (moment) => {
    const access = await testTenant();
    const id = await deliver(access, await reader(access));
    const path = await killedSender(access, id, moment, 'folder');
    const left = await stored(access, id);
    expect(left.status).toBe('sending');
    await vi.waitFor(async () => expect(await sendDigest(access, id, mailboxFolder(path))).toBe('sent'), {
      timeout: 10_000,
    });
    const sent = mails(path);
    expect(sent).toHaveLength(1);
    const kept = await stored(access, id);
    expect(partsOf(sent[0]!)).toEqual([kept.text, kept.html]);
  },
  60_000,
);

test('a sender killed -9 while a mail server took the mail sends no second one, and says that it does not know', async () => {
  const access = await testTenant();
  const id = await deliver(access, await reader(access));
  const path = await killedSender(access, id, 'after', 'server');
  const never: Transport = { send: () => Promise.reject(new Error('a second mail')), wasSent: async () => null };
  await vi.waitFor(async () => expect(await sendDigest(access, id, never)).toBe('unknown'), { timeout: 10_000 });
  expect(await sendDigest(access, id, never)).toBe('unknown');
  expect(mails(path)).toHaveLength(1);
  expect(await stored(access, id)).toMatchObject({ status: 'unknown', error: 'interrupted', sentAt: null });
}, 60_000);

test('a mail that was surely not handed over is sent again; one that may have been is not; a refused one is given up', async () => {
  const access = await testTenant();
  const userId = await reader(access);
  const failing = (error: Error): Transport => ({ send: () => Promise.reject(error), wasSent: async () => null });
  const { path, transport } = box();

  const away = await deliver(access, userId, '2026-03-01');
  await expect(sendDigest(access, away, failing(new NotHandedOver('away', false)))).rejects.toThrow('away');
  expect(await stored(access, away)).toMatchObject({ status: 'pending', error: 'away' });
  expect(await sendDigest(access, away, transport)).toBe('sent');
  expect(mails(path)).toHaveLength(1);
  expect((await stored(access, away)).error).toBeNull();

  const lost = await deliver(access, userId, '2026-03-02');
  expect(await sendDigest(access, lost, failing(new HandoverUnknown('gone')))).toBe('unknown');
  expect(await sendDigest(access, lost, transport)).toBe('unknown');

  const refused = await deliver(access, userId, '2026-03-03');
  expect(await sendDigest(access, refused, failing(new NotHandedOver('no such mailbox', true)))).toBe('failed');
  expect(await sendDigest(access, refused, transport)).toBe('failed');
  expect(mails(path)).toHaveLength(1);
});

test('people set their own digests; only who manages digests sets and sees those of others', async () => {
  const access = await testTenant();
  const [one, other, admin] = [await reader(access), await reader(access), await reader(access, { role: 'admin' })];
  const mine = await memberAccess(access, one);
  await withTenant(mine, (work) => setSubscription(work, { digest: 'weekly', hour: 6 }));
  expect(await withTenant(mine, (work) => listSubscriptions(work))).toEqual([
    { digest: 'daily', hour: 7, active: true },
    { digest: 'weekly', hour: 6, active: true },
  ]);
  await withTenant(mine, (work) => setSubscription(work, { digest: 'weekly', active: false }));
  expect((await withTenant(mine, (work) => listSubscriptions(work)))[1]).toEqual({
    digest: 'weekly',
    hour: 6,
    active: false,
  });
  const set = (input: Parameters<typeof setSubscription>[1]) =>
    withTenant(mine, (work) => setSubscription(work, input));
  await expect(set({ digest: 'hourly' })).rejects.toMatchObject({ code: 'digest_unknown', field: 'digest' });
  await expect(set({ digest: 'daily', hour: 24 })).rejects.toMatchObject({ code: 'hour_invalid', field: 'hour' });
  await expect(set({ digest: 'daily', hour: 7.5 })).rejects.toMatchObject({ code: 'hour_invalid' });
  await expect(set({ userId: other, digest: 'daily', active: false })).rejects.toMatchObject({ code: 'forbidden' });
  const theirs = await deliver(access, other);
  await sendDigest(access, theirs, box().transport);
  await expect(withTenant(mine, (work) => getDelivery(work, theirs))).rejects.toMatchObject({ code: 'not_found' });
  expect(await withTenant(mine, (work) => listDeliveries(work))).toEqual(nothing);
  await expect(withTenant(mine, (work) => listDeliveries(work, { all: true }))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const managing = await memberAccess(access, admin);
  expect((await withTenant(managing, (work) => listDeliveries(work, { all: true }))).data).toHaveLength(1);
  await withTenant(managing, (work) => setSubscription(work, { userId: other, digest: 'daily', active: false }));
  await expect(
    withTenant(managing, (work) => setSubscription(work, { userId: randomUUID(), digest: 'daily' })),
  ).rejects.toMatchObject({ code: 'not_a_member' });
  // Nor of who is a member elsewhere.
  const stranger = await reader(await testTenant());
  await expect(
    withTenant(managing, (work) => setSubscription(work, { userId: stranger, digest: 'daily' })),
  ).rejects.toMatchObject({ code: 'not_a_member' });
});

test('another tenant sees none of it', async () => {
  const access = await testTenant();
  const strangers = await testTenant();
  const id = await deliver(access, await reader(access));
  expect(await sendDigest(strangers, id, box().transport)).toBeNull();
  await expect(stored(strangers, id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await withTenant(strangers, (work) => listDeliveries(work, { all: true }))).toEqual(nothing);
  expect((await stored(access, id)).status).toBe('pending');
});

test('a digest sent by hand counts as the one of its period', async () => {
  const access = await testTenant();
  const userId = await reader(access, { locale: 'en' });
  await reader(access, { role: 'admin' }).then((id) =>
    withTenant(access, (work) => setSubscription(work, { userId: id, digest: 'daily', active: false })),
  );
  at('2026-03-04T20:00:00Z');
  const [first, ...others] = await digestNow(access, { digest: 'daily' });
  expect(others).toEqual([]);
  expect(first).toMatchObject({ userId, period: '2026-03-05', already: false, status: 'sent' });
  expect(await digestNow(access, { digest: 'daily' })).toMatchObject([{ already: true, status: 'sent' }]);
  at('2026-03-04T23:30:00Z');
  expect(await due(access)).toEqual([]);
  await expect(digestNow(access, { digest: 'weekly', userId })).rejects.toMatchObject({ code: 'not_subscribed' });
  await expect(digestNow(access, { digest: 'yearly' })).rejects.toMatchObject({ code: 'digest_unknown' });
});

test('a preview stores and sends nothing', async () => {
  const access = await testTenant();
  const userId = await reader(access, { locale: 'en' });
  const mine = await memberAccess(access, userId);
  const preview = await withTenant(mine, (work) => previewDigest(work, { digest: 'weekly' }));
  expect(preview.subject).toContain('Fairway weekly');
  expect(preview.text).toContain('No feed is connected yet');
  expect(preview.text).toContain(`http://localhost:3000/${access.tenant.slug}`);
  expect(await withTenant(access, (work) => listDeliveries(work, { all: true }))).toEqual(nothing);
});
