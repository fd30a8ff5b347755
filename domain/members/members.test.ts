import { describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import type { MemberRole } from '../permissions';
import type { Access } from '../tenants/access';
import { accessForMember } from '../tenants/ways-in';
import { ingest, testFeed, testTenant } from '../test-tenant';
import { type Work, withTenant } from '../work';
import { addMember } from './add-member';
import { changeMember } from './change-member';
import { createUser } from './create-user';
import { listMembers } from './list-members';
import { leaveTenant, removeMember } from './remove-member';
import { transferOwnership } from './transfer-ownership';

ownDatabase();

let made = 0;

/** A tenant with a member of each role asked for, each with their own access. */
async function firm(...roles: MemberRole[]) {
  const job = await testTenant();
  const people: Access[] = [];
  for (const role of roles) {
    const { id } = await createUser({ email: `p${++made}@example.com` });
    await addMember({ tenantId: job.tenant.id, userId: id, role });
    people.push((await accessForMember(id, job.tenant.slug))!);
  }
  return { job, people, tenant: job.tenant };
}

const as = <T>(access: Access, verb: (work: Work) => Promise<T>) => withTenant(access, verb);
const rolesOf = async (access: Access) =>
  Object.fromEntries((await as(access, listMembers)).map((m) => [m.id, m.role]));
const facts = (access: Access, fact: string) =>
  as(access, (work) =>
    work.query<{ actor: string; detail: unknown; before: unknown; after: unknown }>(
      'select actor, detail, before, after from app.audit_entries where tenant_id = $1 and fact = $2',
      [access.tenant.id, fact],
    ),
  );
const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error) => error.code);

describe('roles', () => {
  it('change with the next request, and the change is written down', async () => {
    const { job, people } = await firm('owner', 'viewer');
    const [owner, viewer] = people as [Access, Access];
    await as(owner, (work) => changeMember(work, viewer.actor.id, { role: 'analyst' }));
    expect((await accessForMember(viewer.actor.id, job.tenant.slug))!.actor.role).toBe('analyst');
    expect(await facts(job, 'member.changed')).toEqual([
      {
        actor: `user:${owner.actor.id}`,
        detail: { member: viewer.actor.id },
        before: { role: 'viewer', channels: null, mechanisms: null },
        after: { role: 'analyst', channels: null, mechanisms: null },
      },
    ]);
    await as(owner, (work) => changeMember(work, viewer.actor.id, { role: 'analyst' }));
    expect(await facts(job, 'member.changed')).toHaveLength(1);
  });

  it('are never given above one’s own, nor taken from who is above', async () => {
    const { people } = await firm('owner', 'admin', 'analyst');
    const [owner, admin, analyst] = people as [Access, Access, Access];
    const change = (by: Access, who: Access, role: string) =>
      refusal(as(by, (work) => changeMember(work, who.actor.id, { role })));
    expect(await change(admin, analyst, 'owner')).toBe('role_too_high');
    expect(await change(admin, owner, 'viewer')).toBe('member_above_you');
    expect(await change(analyst, analyst, 'admin')).toBe('forbidden');
    expect(await change(owner, analyst, 'king')).toBe('role_unknown');
    expect(await refusal(as(admin, (work) => removeMember(work, owner.actor.id)))).toBe('member_above_you');
    expect(await refusal(as(analyst, (work) => removeMember(work, admin.actor.id)))).toBe('forbidden');
  });

  it('of another tenant’s people are not there', async () => {
    const [a, b] = [await firm('owner', 'viewer'), await firm('owner')];
    const [owner, stranger] = [b.people[0]!, a.people[1]!.actor.id];
    expect(await refusal(as(owner, (work) => changeMember(work, stranger, { role: 'admin' })))).toBe('not_found');
    expect(await refusal(as(owner, (work) => removeMember(work, stranger)))).toBe('not_found');
    const transfer = transferOwnership;
    expect(await refusal(as(owner, (work) => transfer(work, { to: stranger, firmName: owner.tenant.name })))).toBe(
      'not_found',
    );
    expect(Object.keys(await rolesOf(owner))).toEqual([owner.actor.id]);
  });
});

describe('limits', () => {
  it('are for analysts and viewers, within what there is, and go when the role does not take them', async () => {
    const { job, people, tenant } = await firm('owner', 'viewer');
    const [owner, viewer] = people as [Access, Access];
    await ingest(job, await testFeed(job), 'No,SKU,Qty,Date,Price\n1,A,1,2026-03-01 10:00:00,2\n', {
      target: 'sales_lines',
      columns: { order_number: 'No', sku: 'SKU', quantity: 'Qty', placed_at: 'Date', unit_price: 'Price' },
      constants: { currency: 'CNY', channel: 'own-shop' },
    });
    const change = (input: Parameters<typeof changeMember>[2]) =>
      as(owner, (work) => changeMember(work, viewer.actor.id, input));
    expect(await refusal(change({ channels: ['moon'] }))).toBe('channel_unknown');
    expect(await refusal(change({ mechanisms: ['moon'] }))).toBe('mechanism_unknown');
    expect(await refusal(change({ role: 'admin', channels: ['own-shop'] }))).toBe('limits_not_for_role');
    await change({ channels: ['own-shop', 'own-shop'], mechanisms: ['ecosystem'] });
    const limitsNow = async () => (await accessForMember(viewer.actor.id, tenant.slug))!.limits;
    expect(await limitsNow()).toEqual({ channels: ['own-shop'], mechanisms: ['ecosystem'] });
    await change({ mechanisms: ['data-driven', 'collaboration', 'ecosystem'] });
    expect(await limitsNow()).toEqual({ channels: ['own-shop'], mechanisms: null });
    await change({ role: 'analyst' });
    expect(await limitsNow()).toEqual({ channels: ['own-shop'], mechanisms: null });
    await change({ role: 'admin' });
    expect(await limitsNow()).toEqual({ channels: null, mechanisms: null });
  });
});

describe('an owner is always left', () => {
  it('the last one cannot leave, be demoted or removed', async () => {
    const { people } = await firm('owner', 'admin');
    const owner = people[0]!;
    expect(await refusal(as(owner, leaveTenant))).toBe('last_owner');
    expect(await refusal(as(owner, (work) => changeMember(work, owner.actor.id, { role: 'admin' })))).toBe(
      'last_owner',
    );
    expect(await refusal(as(owner, (work) => removeMember(work, owner.actor.id)))).toBe('last_owner');
    await as(people[1]!, leaveTenant);
    expect(await rolesOf(owner)).toEqual({ [owner.actor.id]: 'owner' });
  });

  it('also when both go at the same time, however they go', async () => {
    for (const go of [
      (_other: Access) => leaveTenant,
      (other: Access) => (work: Work) => removeMember(work, other.actor.id),
      (other: Access) => (work: Work) => changeMember(work, other.actor.id, { role: 'viewer' }),
    ]) {
      const { people, job } = await firm('owner', 'owner');
      const [one, two] = people as [Access, Access];
      const outcomes = await Promise.all([refusal(as(one, go(two))), refusal(as(two, go(one)))]);
      expect(outcomes.filter((code) => code === null)).toHaveLength(1);
      expect(Object.values(await rolesOf(job)).filter((role) => role === 'owner')).toHaveLength(1);
    }
  });
});

describe('removal', () => {
  it('and a lower role count for what waited behind them', async () => {
    for (const end of [removeMember, (work: Work, id: string) => changeMember(work, id, { role: 'viewer' })]) {
      const { people, job } = await firm('owner', 'owner', 'viewer');
      // The access of a request that is under way when its person is taken out or put down.
      const [one, other, viewer] = people as [Access, Access, Access];
      await as(one, (work) => end(work, other.actor.id));
      expect(await refusal(as(other, (work) => removeMember(work, viewer.actor.id)))).toBe('forbidden');
      expect(await refusal(as(other, (work) => changeMember(work, viewer.actor.id, { role: 'admin' })))).toBe(
        'forbidden',
      );
      expect((await rolesOf(job))[viewer.actor.id]).toBe('viewer');
    }
  });

  it('ends access and digests at once, keeps what they made, and is written down', async () => {
    const { job, people, tenant } = await firm('owner', 'admin');
    const [owner, admin] = people as [Access, Access];
    const { createKey } = await import('../keys/create-key');
    const { listKeys } = await import('../keys/list-keys');
    const { subscribeDefault } = await import('../digests/subscriptions');
    await as(admin, (work) => createKey(work, { name: 'theirs', role: 'viewer' }));
    await as(job, (work) => subscribeDefault(work, admin.actor.id));
    await as(owner, (work) => removeMember(work, admin.actor.id));
    expect(await accessForMember(admin.actor.id, tenant.slug)).toBeNull();
    const left = await as(job, (work) =>
      work.query('select 1 from app.digest_subscriptions where tenant_id = $1', [tenant.id]),
    );
    expect(left).toEqual([]);
    expect(await as(owner, listKeys)).toMatchObject([{ name: 'theirs', createdBy: admin.actor.name, state: 'active' }]);
    expect(await facts(job, 'member.removed')).toMatchObject([{ before: { role: 'admin' }, after: null }]);
  });

  it('twice finds nobody the second time', async () => {
    const { people } = await firm('owner', 'viewer');
    const [owner, viewer] = people as [Access, Access];
    await as(owner, (work) => removeMember(work, viewer.actor.id));
    expect(await refusal(as(owner, (work) => removeMember(work, viewer.actor.id)))).toBe('not_found');
  });

  it('a key, a job and a visitor cannot leave', async () => {
    const { job } = await firm('owner');
    expect(await refusal(as(job, leaveTenant))).toBe('not_a_member');
  });
});

describe('transfer of ownership', () => {
  it('makes the heir owner and the old owner admin, when the name is typed', async () => {
    const { people, job, tenant } = await firm('owner', 'viewer');
    const [owner, heir] = people as [Access, Access];
    const transfer = (by: Access, firmName: string, to = heir.actor.id) =>
      as(by, (work) => transferOwnership(work, { to, firmName }));
    expect(await refusal(transfer(owner, 'something else'))).toBe('firm_name_differs');
    expect(await refusal(transfer(heir, tenant.name))).toBe('forbidden');
    expect(await refusal(transfer(owner, tenant.name, owner.actor.id))).toBe('already_owner');
    expect(await refusal(transfer(job, tenant.name))).toBe('forbidden');
    await transfer(owner, ` ${tenant.name} `);
    expect(await rolesOf(job)).toEqual({ [owner.actor.id]: 'admin', [heir.actor.id]: 'owner' });
    expect(await refusal(transfer(owner, tenant.name))).toBe('forbidden');
    expect(await facts(job, 'tenant.ownership_transferred')).toHaveLength(1);
  });

  it('of two at once one counts', async () => {
    const { people, job, tenant } = await firm('owner', 'viewer', 'viewer');
    const [owner, one, two] = people as [Access, Access, Access];
    const outcomes = await Promise.all(
      [one, two].map((heir) =>
        refusal(as(owner, (work) => transferOwnership(work, { to: heir.actor.id, firmName: tenant.name }))),
      ),
    );
    expect(outcomes.sort()).toEqual(['forbidden', null]);
    expect(Object.values(await rolesOf(job)).filter((role) => role === 'owner')).toHaveLength(1);
  });
});

it('when somebody was last seen is known to five minutes, in this tenant alone', async () => {
  const { people, job } = await firm('viewer');
  const other = await firm('owner');
  await addMember({ tenantId: other.tenant.id, userId: people[0]!.actor.id, role: 'viewer' });
  const seen = async (access: Access) =>
    (await as(access, listMembers)).find((member) => member.id === people[0]!.actor.id)!.lastSeenAt;
  const first = await seen(job);
  expect(first).toBeInstanceOf(Date);
  expect(await seen(other.job)).toBeNull();
  await accessForMember(people[0]!.actor.id, job.tenant.slug);
  expect(await seen(job)).toEqual(first);
  await directoryQuery(`update directory.memberships set last_seen_at = now() - interval '1 hour'`);
  await accessForMember(people[0]!.actor.id, job.tenant.slug);
  expect((await seen(job))!.getTime()).toBeGreaterThan(Date.now() - 60_000);
});
