import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { inviteMember } from '@/domain/invitations/invite-member';
import { createKey } from '@/domain/keys/create-key';
import { addMember } from '@/domain/members/add-member';
import { createUser } from '@/domain/members/create-user';
import { createMilestone } from '@/domain/milestones/create-milestone';
import { type MemberRole, may, memberRoles } from '@/domain/permissions';
import type { Access } from '@/domain/tenants/access';
import { markedSales } from '@/domain/test-sales';
import { tallyOf } from '@/domain/test-tally';
import { ingest, ingestRecords, testFeed, testTenant } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { operations } from './catalogue';
import type { Operation } from './operation';
import { type Call, client as callerWith, fileForm, keyFor } from './test-client';

ownDatabase();
let a: Access;
let b: Access;
/** Everything by which an answer could betray tenant A. */
const traces = new Set<string>();
const keys: Record<string, string> = {};

const tally = tallyOf('the API');
afterAll(() => tally.tell());
const client = (key?: string) => async (method: string, path: string, call?: Call) => {
  const answer = await callerWith(key)(method, path, call);
  tally.count(answer.status >= 400);
  return answer;
};

/** A word that stands in everything tenant A has, and one for B. */
const markOf = (access: Access): string => (access === a ? 'Alpharetta' : 'Bellefonte');

/** A fresh thing of a tenant for a path's {id}, by the noun before it. A new noun must be added here. */
const make: Record<string, (access: Access) => Promise<string>> = {
  feeds: (access) => testFeed(access, `${markOf(access)} ${Math.random()}`),
  runs: async (access) => {
    const { file, mapping } = markedSales(markOf(access));
    return (await ingest(access, await make.feeds!(access), file, mapping)).id;
  },
  milestones: async (access) =>
    (
      await withTenant(access, (work) =>
        createMilestone(work, {
          kpi: 'C07',
          target: 90,
          startOn: '2026-01-01',
          dueOn: '2027-01-01',
          title: markOf(access),
        }),
      )
    ).id,
  members: async (access) => {
    const { id } = await createUser({ email: `${markOf(access)}-${Math.random()}@example.com` });
    await addMember({ tenantId: access.tenant.id, userId: id, role: 'viewer' });
    return id;
  },
  invitations: async (access) => {
    const { id } = await withTenant(access, (work) =>
      inviteMember(work, { email: `${markOf(access)}-${Math.random()}@example.com`, role: 'viewer' }),
    );
    // As if it had been sent long ago, so that it may be sent again.
    await directoryQuery(
      'update directory.invitations set sent_at = created_at - make_interval(hours => 1) where id = $1',
      [id],
    );
    return id;
  },
  keys: async (access) =>
    (await withTenant(access, (work) => createKey(work, { name: markOf(access), role: 'viewer' }))).id,
};
/** Catalogue names, the same for everybody. */
const shared = { kpis: 'platform-dependence', record: 'order', stage: '1' };

beforeAll(async () => {
  a = await testTenant({ currency: 'EUR' });
  b = await testTenant({ currency: 'EUR' });
  for (const role of memberRoles) keys[role] = await keyFor(b, role);
  keys.ownerOfA = await keyFor(a, 'owner');
  const mark = markOf(a);
  for (const noun of Object.keys(make)) traces.add(await make[noun]!(a));
  await ingestRecords(a, await testFeed(a, `${mark} records`, 'records'), 'channel', [
    { source_id: mark, name: mark, kind: 'marketplace' },
  ]);
  for (const trace of [mark, mark.toLowerCase(), a.tenant.id, a.tenant.slug]) traces.add(trace);
});

const nounOf = (o: Operation): string => o.path.split('/')[1]!;
const idsOf = (o: Operation): string[] => Object.keys(o.params?.shape ?? {});
/** Whether the path names a thing of a tenant. */
const names = (o: Operation): boolean => idsOf(o).includes('id') && nounOf(o) !== 'kpis';

/** The operation's path with a thing of `access`. */
async function pathFor(o: Operation, access: Access): Promise<string> {
  let path: string = o.path;
  if (path.includes('{record}')) path = path.replace('{record}', shared.record);
  if (path.includes('{stage}')) path = path.replace('{stage}', shared.stage);
  if (!path.includes('{id}')) return path;
  if (nounOf(o) === 'kpis') return path.replace('{id}', shared.kpis);
  const maker = make[nounOf(o)];
  if (!maker) throw new Error(`${o.id}: say in this test how to make one of ${nounOf(o)}`);
  return path.replace('{id}', await maker(access));
}

/** A body that would do, were it one's own. */
function bodyFor(o: Operation): { body?: unknown; headers?: Record<string, string> } {
  if (!o.body) return {};
  if (o.body.kind === 'form') {
    const { file, mapping } = markedSales('x');
    return { body: fileForm(file, mapping) };
  }
  if (o.body.kind === 'file')
    return { body: JSON.stringify({ source_id: '1' }), headers: { 'content-type': Object.keys(o.body.media)[0]! } };
  const [example] = (o.body.schema.meta()?.examples ?? []) as unknown[];
  if (!example) throw new Error(`${o.id}: its body needs an example, for this test and for readers of the document`);
  return { body: example };
}

describe.each(operations.map((o) => [`${o.method} ${o.path}`, o] as const))('%s', (_, o) => {
  test('without a key or with an unknown one: 401', async () => {
    const path = await pathFor(o, a);
    expect((await client()(o.method, path, bodyFor(o))).status).toBe(401);
    expect((await client(`fw_${'x'.repeat(43)}`)(o.method, path, bodyFor(o))).status).toBe(401);
  });

  test.each(memberRoles.filter((role) => !may(role, o.permission)))('with the key of a %s: 403', async (role) => {
    const answer = await client(keys[role])(o.method, await pathFor(o, b), bodyFor(o));
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/forbidden']);
  });

  test('tells nothing of another tenant', async () => {
    const answer = await client(keys.owner)(o.method, await pathFor(o, b), bodyFor(o));
    expect(answer.status).toBeLessThan(500);
    for (const trace of traces) expect(answer.text).not.toContain(trace);
  });
});

const naming = operations.filter(names).map((o) => [`${o.method} ${o.path}`, o] as const);
test.each(naming)('%s with another tenant’s id: 404, as for an id that never was', async (_, o) => {
  const path = await pathFor(o, a);
  const theirs = await client(keys.owner)(o.method, path, bodyFor(o));
  const never = await client(keys.owner)(o.method, path.replace(/[0-9a-f-]{36}/, crypto.randomUUID()), bodyFor(o));
  expect(theirs.status).toBe(404);
  expect(theirs.text).toBe(never.text);
  // The same call of the tenant itself does find it.
  expect((await client(keys.ownerOfA)(o.method, path, bodyFor(o))).status).not.toBe(404);
});

test('a filter by another tenant’s feed finds nothing', async () => {
  const feed = [...traces][0]!;
  for (const path of [`/runs?feed=${feed}`, `/records/order?feed=${feed}`]) {
    expect((await client(keys.owner)('GET', path)).body.data).toEqual([]);
  }
});

test('every mutating operation is closed to viewers', () => {
  const viewer: MemberRole = 'viewer';
  for (const o of operations.filter((one) => one.method !== 'GET'))
    expect([o.id, may(viewer, o.permission)]).toEqual([o.id, false]);
});
