import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { type MemberRole, memberRoles } from '../permissions';
import type { Access } from '../tenants/access';
import { accessForKey } from '../tenants/ways-in';
import { testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { createKey } from './create-key';

ownDatabase();
let tenant: Access;
beforeAll(async () => {
  tenant = await testTenant();
});

const as = (role: MemberRole): Access => ({ ...tenant, actor: { ...tenant.actor, role } });
const make = (by: MemberRole, role: string, name = 'script') =>
  withTenant(as(by), (work) => createKey(work, { name, role }));

test.each(memberRoles)('a key of a %s opens its tenant in that role, and no two are alike', async (role) => {
  const [one, other] = [await make('owner', role), await make('owner', role)];
  expect(one.key).not.toBe(other.key);
  const access = await accessForKey(one.key);
  expect(access).toMatchObject({ tenant: { id: tenant.tenant.id }, actor: { kind: 'key', id: one.id, role } });
});

test('nobody gives more than they have, and who may not, may not', async () => {
  expect((await make('admin', 'admin')).role).toBe('admin');
  await expect(make('admin', 'owner')).rejects.toMatchObject({ code: 'role_too_high', status: 403 });
  for (const role of ['analyst', 'viewer'] as const)
    await expect(make(role, 'viewer')).rejects.toMatchObject({ code: 'forbidden' });
});

test('a key needs a name and a known role', async () => {
  await expect(make('owner', 'king')).rejects.toMatchObject({ code: 'role_unknown', field: 'role' });
  for (const [name, code] of [
    ['', 'name_missing'],
    ['   ', 'name_missing'],
    ['x'.repeat(101), 'name_too_long'],
    ['x'.repeat(10_000), 'name_too_long'],
    ['safe\u202egnp.exe', 'name_tricky'],
    ['a\u200bb', 'name_tricky'],
  ] as const)
    await expect(make('owner', 'viewer', name)).rejects.toMatchObject({ code, field: 'name' });
});

test('the fact is in the audit log, the key is not', async () => {
  const { key, id } = await make('owner', 'viewer', 'audited');
  const entries = await withTenant(tenant, (work) =>
    work.query<{ detail: unknown }>(
      "select detail from app.audit_entries where tenant_id = $1 and fact = 'key.created'",
      [tenant.tenant.id],
    ),
  );
  expect(entries.map((e) => e.detail)).toContainEqual({ key: id, name: 'audited', role: 'viewer' });
  expect(JSON.stringify(entries)).not.toContain(key);
});
