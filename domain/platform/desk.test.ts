import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { breakCommits } from '@/db/test-broken-commit';
import { ownDatabase } from '@/db/test-own-database';
import { addMember } from '../members/add-member';
import { createUser } from '../members/create-user';
import { openSession, type SessionUser, sessionUser } from '../members/sessions';
import { addNote } from '../notes/add-note';
import { listNotes } from '../notes/list-notes';
import { type Access, can } from '../tenants/access';
import { accessForMember } from '../tenants/ways-in';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { accessToDesk, operatorAtDesk, type PlatformAccess } from './access';
import { grantAdmin, listAdmins, revokeAdmin } from './admins';
import { keepAnnouncement, listAnnouncements, removeAnnouncement, runningAnnouncements } from './announcements';
import { getTenantAtDesk } from './get-tenant';
import { listEntries } from './list-entries';
import { countFeedsAtDesk, listFeedsAtDesk } from './list-feeds';
import { countTenantsAtDesk, listTenantsAtDesk } from './list-tenants';
import { keepSummary } from './summary';
import { resumeTenant, suspendTenant } from './suspend-tenant';
import { endVisit, settleVisits, startVisit } from './visits';

const db = ownDatabase();
let admin: SessionUser;
let desk: PlatformAccess;

/** Somebody with an account, as their session knows them; a platform admin with a second factor. */
async function person(email = `${randomUUID()}@example.com`, platformAdmin = false): Promise<SessionUser> {
  const { id } = await createUser({ email });
  const token = await openSession(id);
  if (platformAdmin) {
    await grantAdmin(operatorAtDesk(), email);
    await directoryQuery(
      `with a as (insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, 'sealed', now()))
       update directory.sessions set second_factor_at = now() where user_id = $1`,
      [id],
    );
  }
  return (await sessionUser(token))!;
}

beforeAll(async () => {
  admin = await person('admin@fairway.example', true);
  desk = accessToDesk(admin, '192.0.2.8');
});

const auditOf = (access: Access) =>
  withTenant(access, (work) =>
    work.query<{ fact: string; actor_name: string; acting_admin: string; address: string; detail: { by?: string } }>(
      'select fact, actor_name, acting_admin, address, detail from app.audit_entries where tenant_id = $1 order by id',
      [work.tenant.id],
    ),
  );

const entriesOf = async (slug: string) => (await listEntries(desk, { tenant: slug })).rows.map((entry) => entry.fact);

describe('the way to the desk', () => {
  test('is not there for others, and for an admin only with a second factor', async () => {
    const nobody = await person();
    expect(() => accessToDesk({ ...nobody, secondFactor: true, authenticator: true }, null)).toThrow('not_found');
    expect(() => accessToDesk({ ...admin, authenticator: false, secondFactor: false }, null)).toThrow(
      'authenticator_required',
    );
    expect(() => accessToDesk({ ...admin, secondFactor: false }, null)).toThrow('second_factor_required');
    expect(accessToDesk(admin, null).admin?.email).toBe(admin.email);
  });

  test('is given and taken at the command line, to people who have an account', async () => {
    const { email } = await person();
    const operator = operatorAtDesk();
    await expect(grantAdmin(operator, 'nobody@example.com')).rejects.toMatchObject({ code: 'person_unknown' });
    expect(await grantAdmin(operator, email.toUpperCase())).toBe(true);
    expect(await grantAdmin(operator, email)).toBe(false);
    expect(await listAdmins(operator)).toContainEqual({ email, authenticator: false });
    expect(await revokeAdmin(operator, email)).toBe(true);
    expect(await revokeAdmin(operator, email)).toBe(false);
    const { rows } = await listEntries(desk, { admin: 'operator' });
    expect(rows.filter((e) => e.detail.email === email).map((e) => e.fact)).toEqual(['admin.revoked', 'admin.granted']);
  });

  test('nobody rewrites its log', async () => {
    await expect(directoryQuery("update directory.platform_entries set admin = 'x'")).rejects.toMatchObject({
      code: '42501',
    });
    await expect(directoryQuery('delete from directory.platform_entries')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('suspension', () => {
  test('during the grace all works; after it everything is read and nothing changed; then it works again', async () => {
    const access = await testTenant();
    const { slug, id } = access.tenant;
    const owner = await person();
    await addMember({ tenantId: id, userId: owner.id, role: 'owner' });
    const enter = async () => (await accessForMember(owner.id, slug))!;
    const note = { day: '2026-03-01', text: 'ours' };

    await suspendTenant(desk, slug, { reason: 'The invoice of March is open', graceDays: 3 });
    await expect(suspendTenant(desk, slug, { reason: 'again' })).rejects.toMatchObject({
      code: 'tenant_suspended_already',
    });
    expect(can(await enter(), 'note.manage')).toBe(true);
    await withTenant(await enter(), (work) => addNote(work, note));
    await resumeTenant(desk, slug);
    await expect(resumeTenant(desk, slug)).rejects.toMatchObject({ code: 'tenant_not_suspended' });

    await suspendTenant(desk, slug, { reason: 'The invoice of April is open', graceDays: 0 });
    const held = await enter();
    expect(can(held, 'note.manage')).toBe(false);
    expect(can(held, 'tenant.export')).toBe(true);
    await expect(withTenant(held, (work) => addNote(work, note))).rejects.toMatchObject({
      code: 'read_only_suspended',
    });
    const changed = withTenant(held, (work) => work.execute('update app.notes set text = $1', ['x']));
    await expect(changed).rejects.toMatchObject({ code: 'read_only_suspended' });
    expect(await withTenant(held, (work) => listNotes(work, { from: note.day, to: note.day }))).toHaveLength(1);
    await resumeTenant(desk, slug);
    await withTenant(await enter(), (work) => addNote(work, note));

    const facts = (await auditOf(access)).filter((entry) => entry.fact.startsWith('tenant.'));
    expect(facts.map((e) => e.fact)).toEqual([
      'tenant.suspended',
      'tenant.resumed',
      'tenant.suspended',
      'tenant.resumed',
    ]);
    expect(facts[0]).toMatchObject({ actor_name: admin.email, acting_admin: admin.email, address: '192.0.2.8' });
    expect(await entriesOf(slug)).toEqual(facts.map((e) => e.fact).reverse());
    const letters = await directoryQuery<{ letter: string }>(
      'select letter from directory.letters where email = $1 order by created_at',
      [owner.email],
    );
    expect(letters.map((l) => l.letter)).toEqual([
      'tenant-suspended',
      'tenant-resumed',
      'tenant-suspended',
      'tenant-resumed',
    ]);
  });

  test('is one with its entry in the firm’s log, ours and the letters, also when the commit fails', async () => {
    const access = await testTenant();
    const { slug, id } = access.tenant;
    const owner = await person();
    await addMember({ tenantId: id, userId: owner.id, role: 'owner' });
    const mend = await breakCommits(db, 'directory.platform_entries');
    await expect(suspendTenant(desk, slug, { reason: 'a reason' })).rejects.toThrow('the commit is broken');
    await mend();
    expect(await auditOf(access)).toEqual([]);
    expect(await entriesOf(slug)).toEqual([]);
    expect(await directoryQuery('select 1 from directory.letters where tenant_id = $1', [id])).toEqual([]);
    expect((await accessForMember(owner.id, slug))!.tenant.standing.status).toBe('active');
  });

  test('wants a reason and a grace within bounds, and keeps nothing when refused', async () => {
    const { slug } = (await testTenant()).tenant;
    const suspend = (reason: string, graceDays: number) => suspendTenant(desk, slug, { reason, graceDays });
    await expect(suspend(' ', 1)).rejects.toMatchObject({ code: 'reason_missing', field: 'reason' });
    await expect(suspend('x'.repeat(501), 1)).rejects.toMatchObject({ code: 'text_too_long' });
    for (const days of [-1, 31, 1.5, Number.NaN])
      await expect(suspend('a reason', days)).rejects.toMatchObject({ code: 'grace_out_of_range' });
    await expect(suspendTenant(desk, 'no-such-firm', { reason: 'a reason' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await entriesOf(slug)).toEqual([]);
  });
});

describe('a visit', () => {
  const want = { reason: 'Rows do not arrive', ticket: 'T-17', minutes: 30 };

  test('opens the firm to look, stands in its log under the real name, and ends', async () => {
    const access = await testTenant();
    const { slug } = access.tenant;
    expect(await accessForMember(admin.id, slug)).toBeNull();
    await startVisit(desk, slug, want);
    const visit = (await accessForMember(admin.id, slug))!;
    expect(visit.acting).toMatchObject({ admin: admin.email, reason: want.reason, readOnly: true });
    expect(visit.actor.role).toBe('viewer');
    await expect(withTenant(visit, (work) => addNote(work, { day: '2026-03-01', text: 'x' }))).rejects.toMatchObject({
      status: 403,
    });
    await endVisit(desk, slug);
    await endVisit(desk, slug);
    expect(await accessForMember(admin.id, slug)).toBeNull();
    expect((await auditOf(access)).map((e) => [e.fact, e.acting_admin])).toEqual([
      ['visit.started', admin.email],
      ['visit.ended', admin.email],
    ]);
    expect(await entriesOf(slug)).toEqual(['visit.ended', 'visit.started']);
  });

  test('may change things when it says so, but never people, keys, sign-in or the firm itself', async () => {
    const access = await testTenant();
    const { slug } = access.tenant;
    await startVisit(desk, slug, { ...want, role: 'admin', mayChange: true });
    const visit = (await accessForMember(admin.id, slug))!;
    await withTenant(visit, (work) => addNote(work, { day: '2026-03-01', text: 'mended' }));
    const closed = ['member.manage', 'key.manage', 'tenant.manage'] as const;
    for (const permission of closed) {
      expect(can(visit, permission), permission).toBe(false);
      await expect(withTenant(visit, async (work) => work.require(permission))).rejects.toMatchObject({
        code: 'not_on_a_visit',
      });
    }
    expect(can(visit, 'identity.manage')).toBe(false);
    expect(can(visit, 'tenant.read')).toBe(true);
    const made = (await auditOf(access)).find((entry) => entry.fact.startsWith('note.'));
    expect(made).toMatchObject({ actor_name: admin.email, acting_admin: admin.email });
  });

  test('ends by its time, and the firm is told', async () => {
    const access = await testTenant();
    const { slug, id } = access.tenant;
    await startVisit(desk, slug, want);
    await directoryQuery(
      "update directory.act_as_grants set ends_at = now() - interval '1 second' where tenant_id = $1",
      [id],
    );
    expect(await accessForMember(admin.id, slug)).toBeNull();
    await settleVisits();
    await settleVisits();
    const ends = (await auditOf(access)).filter((entry) => entry.fact === 'visit.ended');
    expect(ends).toMatchObject([{ acting_admin: admin.email, detail: { by: 'time' } }]);
    expect(await entriesOf(slug)).toEqual(['visit.ended', 'visit.started']);
  });

  test('ends when the admin is one no more', async () => {
    const { slug } = (await testTenant()).tenant;
    const other = await person(undefined, true);
    await startVisit(accessToDesk(other, null), slug, want);
    expect(await accessForMember(other.id, slug)).not.toBeNull();
    await revokeAdmin(operatorAtDesk(), other.email);
    expect(await accessForMember(other.id, slug)).toBeNull();
  });

  test('wants a reason, a ticket, an end within four hours, a role that is not the owner’s, and a person', async () => {
    const { slug } = (await testTenant()).tenant;
    const refused: [object, string][] = [
      [{ reason: '' }, 'reason_missing'],
      [{ ticket: ' ' }, 'ticket_missing'],
      [{ minutes: 241 }, 'visit_too_long'],
      [{ minutes: 0 }, 'visit_too_long'],
      [{ role: 'owner' }, 'role_unknown'],
      [{ role: 'king' }, 'role_unknown'],
    ];
    for (const [change, code] of refused)
      await expect(startVisit(desk, slug, { ...want, ...change })).rejects.toMatchObject({ code });
    await expect(startVisit(operatorAtDesk(), slug, want)).rejects.toMatchObject({ code: 'visit_needs_person' });
    expect(await entriesOf(slug)).toEqual([]);
  });
});

test('a firm’s line tells its feeds, failures and usage, and the table finds, filters and sorts by them', async () => {
  const access = await testTenant();
  const { slug } = access.tenant;
  const feed = await testFeed(access, 'Shop of old', 'records');
  const until = new Date(Date.now() - 5 * 86_400_000);
  const order = {
    source_id: '1',
    number: '1',
    placed_at: until.toISOString(),
    currency: 'CNY',
    gross: '10',
    channel: 'shop',
  };
  await ingestRecords(access, feed, 'order', [{ ...order, ship_country: 'DE', status: 'paid' }]);
  await ingestRecords(access, feed, 'order', [{ ...order, source_id: '2', number: '2', gross: 'free' }]);
  await withTenant(access, (work) => keepSummary(work));
  await withTenant(access, (work) => keepSummary(work));

  const found = await listTenantsAtDesk(desk, { search: slug.toUpperCase(), filter: 'trouble', order: 'until' });
  expect(found).toMatchObject([{ slug, feeds: 1, lateFeeds: 1, members: 0, rows: 1, failedRuns: 0, failedDigests: 0 }]);
  expect(found[0]!.uploadBytes).toBeGreaterThan(100);
  expect(await listTenantsAtDesk(desk, { search: slug, filter: 'leaving' })).toEqual([]);
  expect(await countTenantsAtDesk(desk, slug)).toEqual({ all: 1, trouble: 1, suspended: 0, leaving: 0 });
  expect((await listTenantsAtDesk(desk, { order: 'rows' }))[0]!.slug).toBe(slug);
  expect(await listTenantsAtDesk(desk, { search: slug, page: 2 })).toEqual([]);

  const one = await getTenantAtDesk(desk, slug);
  expect(one.feeds).toMatchObject([{ name: 'Shop of old', freshness: 'silent', openRejects: 1 }]);
  expect(one.dataUntil).toEqual(until);
  await expect(getTenantAtDesk(desk, 'no-such-firm')).rejects.toMatchObject({ code: 'not_found' });

  const feeds = await listFeedsAtDesk(desk, { search: 'of old', state: 'silent' });
  expect(feeds).toMatchObject([{ slug, name: 'Shop of old' }]);
  expect(await listFeedsAtDesk(desk, { search: 'of old', state: 'fresh' })).toEqual([]);
  expect(await countFeedsAtDesk(desk, 'of old')).toMatchObject({ all: 1, silent: 1, fresh: 0, failed: 0 });
});

test('what needs somebody comes first, a page at a time, and each is met once', async () => {
  const word = randomUUID();
  const feed = (name: string, more: object) => ({
    ...{ id: randomUUID(), name: `${word} ${name}`, connector: 'file', status: 'active', freshness: 'fresh' },
    ...{ watermark: '2026-03-01T00:00:00.000Z', openRejects: 0, lastRun: null, ...more },
  });
  const firm = async (figures: { feeds?: object[]; late_feeds?: number; failed_digests?: number }) => {
    const { id, slug } = (await testTenant()).tenant;
    await directoryQuery('update directory.tenants set name = $2 where id = $1', [id, word]);
    await directoryQuery(
      `insert into directory.tenant_summaries (tenant_id, as_of, feeds, late_feeds, failed_digests) values ($1, now(), $2, $3, $4)`,
      [id, JSON.stringify(figures.feeds ?? []), figures.late_feeds ?? 0, figures.failed_digests ?? 0],
    );
    return slug;
  };
  const quiet: string[] = [];
  for (let n = 0; n < 50; n++) quiet.push(await firm({ feeds: [feed(`quiet ${n}`, {})] }));
  const failed = { status: 'failed', id: randomUUID(), at: '2026-03-01T00:00:00.000Z', error: null };
  const late = await firm({
    late_feeds: 2,
    feeds: [feed('late', { freshness: 'late', watermark: '2026-03-02T00:00:00.000Z' })],
  });
  const undelivered = await firm({
    failed_digests: 1,
    feeds: [
      feed('paused', { status: 'paused', freshness: 'silent' }),
      feed('failed', { lastRun: failed, watermark: '2026-03-03T00:00:00.000Z' }),
    ],
  });
  const slugs = async (page: number) => (await listTenantsAtDesk(desk, { search: word, page })).map((row) => row.slug);
  const [first, second] = [await slugs(1), await slugs(2)];
  expect(first.slice(0, 2)).toEqual([late, undelivered]);
  expect([...first, ...second].sort()).toEqual([...quiet, late, undelivered].sort());
  expect(await countTenantsAtDesk(desk, word)).toMatchObject({ all: 52, trouble: 2 });
  const names = async (page: number) => (await listFeedsAtDesk(desk, { search: word, page })).map((row) => row.name);
  const feeds = [...(await names(1)), ...(await names(2))];
  expect(feeds.slice(0, 2)).toEqual([`${word} late`, `${word} failed`]);
  expect(new Set(feeds).size).toBe(53);
  const sortedBy = async (sort: string) => (await listFeedsAtDesk(desk, { search: word, sort })).map((row) => row.name);
  const byName = await sortedBy('name');
  expect(byName).toEqual([...byName].sort());
  expect((await sortedBy('-until'))[0]).toBe(`${word} failed`);
  expect(await sortedBy('id; drop')).toEqual(await names(1));
  expect(await countFeedsAtDesk(desk, word)).toMatchObject({
    all: 53,
    late: 1,
    failed: 1,
    silent: 0,
    paused: 1,
    fresh: 51,
  });
});

test('an announcement stands for its time, in both languages, and what was done with it is kept', async () => {
  const text = { tone: 'warn', en: 'Maintenance on Sunday', zh: '周日维护' };
  const at = (minutes: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000);
  const [{ now }] = (await directoryQuery<{ now: Date }>('select now()')) as [{ now: Date }];
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await keepAnnouncement(desk, null, { ...text, startsAt: at(0), endsAt: at(10) });
  await keepAnnouncement(desk, null, { ...text, startsAt: later(-1), endsAt: later(10) });
  expect(await runningAnnouncements()).toMatchObject([{ tone: 'warn', zh: '周日维护', createdBy: admin.email }]);
  const [present] = await listAnnouncements(desk);
  await keepAnnouncement(desk, present!.id, { ...text, en: 'Done', startsAt: later(-2), endsAt: later(-1) });
  expect(await runningAnnouncements()).toEqual([]);
  await removeAnnouncement(desk, present!.id);
  expect(await listAnnouncements(desk)).toHaveLength(1);
  const refused: [object, string][] = [
    [{ zh: ' ' }, 'announcement_text_missing'],
    [{ en: 'x'.repeat(401) }, 'text_too_long'],
    [{ tone: 'loud' }, 'tone_unknown'],
    [{ endsAt: at(0) }, 'announcement_ends_before'],
  ];
  for (const [change, code] of refused)
    await expect(
      keepAnnouncement(desk, null, { ...text, startsAt: at(1), endsAt: at(2), ...change }),
    ).rejects.toMatchObject({ code });
  await expect(keepAnnouncement(desk, randomUUID(), { ...text, startsAt: at(1), endsAt: at(2) })).rejects.toMatchObject(
    { code: 'not_found' },
  );
  expect((await listEntries(desk, { fact: 'announcement' })).rows.map((e) => e.fact)).toEqual([
    'announcement.removed',
    'announcement.changed',
    'announcement.made',
    'announcement.made',
  ]);
});
