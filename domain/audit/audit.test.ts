import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { archiveFeed } from '../feeds/archive-feed';
import { changeFeed } from '../feeds/change-feed';
import { addNote } from '../notes/add-note';
import { removeNote } from '../notes/remove-note';
import type { Access } from '../tenants/access';
import { accessForKey, accessForMember } from '../tenants/ways-in';
import { testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { listActors, listEntries } from './list-entries';
import { auditDays, forgetEntries, setAuditDays } from './retention';
import { streamEntries } from './stream-entries';

const db = await testDatabase();
beforeAll(() => useDatabase(db));
afterAll(() => db.drop());

let access: Access;
beforeEach(async () => {
  access = await testTenant({ zone: 'Asia/Shanghai' });
});

const entries = (filter: Parameters<typeof listEntries>[1] = {}, as = access) =>
  withTenant(as, (work) => listEntries(work, filter));
const facts = async (filter: Parameters<typeof listEntries>[1] = {}) => (await entries(filter)).data.map((e) => e.fact);
const write = (fact: string, at: string, detail: object = {}, actor = 'job:test') =>
  withTenant(access, (work) =>
    work.execute('insert into app.audit_entries (tenant_id, actor, fact, detail, at) values ($1, $2, $3, $4, $5)', [
      work.tenant.id,
      actor,
      fact,
      JSON.stringify(detail),
      at,
    ]),
  );

test('what was and what is stand in the entry, newest first', async () => {
  const feed = await testFeed(access, 'Own shop');
  await withTenant(access, (work) => changeFeed(work, feed, { name: 'Shop', status: 'paused' }));
  await withTenant(access, (work) => archiveFeed(work, feed));
  const { data } = await entries({ fact: 'feed' });
  expect(data.map((e) => e.fact)).toEqual(['feed.archived', 'feed.changed', 'feed.connected']);
  expect(data[1]).toMatchObject({
    actor: { kind: 'job', id: 'test', name: null },
    detail: { feedId: feed, name: 'Shop' },
    before: { name: 'Own shop', status: 'active' },
    after: { name: 'Shop', status: 'paused' },
  });
});

test('who comes from where is known of people and keys', async () => {
  const [user] = await directoryQuery<{ id: string }>(
    "insert into directory.users (email) values ('where@example.com') returning id",
  );
  await directoryQuery("insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", [
    access.tenant.id,
    user!.id,
  ]);
  const member = (await accessForMember(user!.id, access.tenant.slug, '203.0.113.7'))!;
  await withTenant(member, (work) => addNote(work, { day: '2026-01-01', text: 'Sale' }));
  const [entry] = (await entries()).data;
  expect(entry).toMatchObject({
    actor: { kind: 'user', id: user!.id, name: 'where@example.com' },
    address: '203.0.113.7',
    after: { text: 'Sale' },
  });
  expect((await entries({ actor: `user:${user!.id}` })).data).toHaveLength(1);
  expect(await withTenant(access, listActors)).toEqual([{ actor: `user:${user!.id}`, name: 'where@example.com' }]);
  expect(await accessForKey('fw_unknown', '203.0.113.7')).toBeNull();
});

test('filters by fact, noun, days of the firm’s zone and text', async () => {
  await write('feed.changed', '2026-03-01T15:59:59Z', { name: '100%_sure' }); // 1 March, 23:59:59 in Shanghai
  await write('feed.archived', '2026-03-01T16:00:00Z', { name: '海运' }); // 2 March
  await write('note.added', '2026-03-02T15:59:59Z', {}, 'key:1');
  expect(await facts({ fact: 'feed' })).toEqual(['feed.archived', 'feed.changed']);
  expect(await facts({ fact: 'feed.changed' })).toEqual(['feed.changed']);
  expect(await facts({ fact: 'fee' })).toEqual([]);
  expect(await facts({ from: '2026-03-02', to: '2026-03-02' })).toEqual(['note.added', 'feed.archived']);
  expect(await facts({ to: '2026-03-01' })).toEqual(['feed.changed']);
  expect(await facts({ text: '海运' })).toEqual(['feed.archived']);
  expect(await facts({ text: '%_SURE' })).toEqual(['feed.changed']);
  expect(await facts({ text: '%a%' })).toEqual([]);
  expect(await facts({ actor: 'key:1' })).toEqual(['note.added']);
});

test('pages meet each entry once, also those of one instant', async () => {
  for (let n = 0; n < 7; n++) await write(`fact.n${n}`, n < 5 ? '2026-03-01T00:00:00.123456Z' : '2026-03-01T00:00:01Z');
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await entries({ cursor, limit: 2 });
    seen.push(...page.data.map((e) => e.fact));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(seen).toEqual(['fact.n6', 'fact.n5', 'fact.n4', 'fact.n3', 'fact.n2', 'fact.n1', 'fact.n0']);
  const upwards: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await entries({ sort: 'when', cursor, limit: 2 });
    upwards.push(...page.data.map((e) => e.fact));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(upwards).toEqual([...seen].reverse());
  const streamed = [];
  for await (const page of streamEntries(access, {})) streamed.push(...page);
  expect(streamed.map((e) => e.fact)).toEqual(seen);
});

test.each([
  ['bad_cursor', { cursor: 'x' }],
  ['day_invalid', { from: 'yesterday' }],
  ['days_reversed', { from: '2026-02-01', to: '2026-01-01' }],
])('refuses with %s', async (code, filter) => {
  await expect(entries(filter)).rejects.toMatchObject({ code });
});

test('analysts may not read it', async () => {
  const analyst: Access = { ...access, actor: { ...access.actor, kind: 'user', role: 'analyst' } };
  await expect(entries({}, analyst)).rejects.toMatchObject({ code: 'forbidden' });
});

test('entries past their time are removed, and that is said', async () => {
  await write('note.added', '2020-01-01T00:00:00Z');
  expect(await withTenant(access, auditDays)).toBe(730);
  await expect(withTenant(access, (work) => setAuditDays(work, 89))).rejects.toMatchObject({
    code: 'audit_days_invalid',
    field: 'days',
  });
  await withTenant(access, (work) => setAuditDays(work, 365));
  expect(await withTenant(access, auditDays)).toBe(365);
  expect(await forgetEntries(access)).toBe(1);
  expect(await forgetEntries(access)).toBe(0);
  const { data } = await entries();
  expect(data.map((e) => e.fact)).toEqual(['audit.entries_forgotten', 'audit.retention_changed']);
  expect(data[0]!.detail).toEqual({ count: 1 });
  expect(data[1]).toMatchObject({ before: { days: 730 }, after: { days: 365 } });
});

test('a removed note is known by what it said', async () => {
  const { id } = await withTenant(access, (work) => addNote(work, { day: '2026-01-01', text: 'Sale' }));
  await withTenant(access, (work) => removeNote(work, id));
  expect((await entries({ fact: 'note.removed' })).data[0]!.before).toEqual({ day: '2026-01-01', text: 'Sale' });
});
