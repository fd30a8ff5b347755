import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTenant } from '@/domain/test-tenant';
import { directoryQuery, useDatabase } from './client';
import { testDatabase } from './test-database';
import { asRuntime } from './test-runtime';

let db: Awaited<ReturnType<typeof testDatabase>>;
let a: string;
let b: string;

const as = (tenantId: string | null, text: string, params?: unknown[]) => asRuntime(db, tenantId, text, params);

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  a = (await testTenant()).tenant.id;
  b = (await testTenant()).tenant.id;
  for (const [n, tenant] of [a, b].entries()) {
    const [user] = await directoryQuery<{ id: string }>(
      'insert into directory.users (email) values ($1) returning id',
      [`walls-${n}@example.com`],
    );
    await directoryQuery(`insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')`, [
      tenant,
      user!.id,
    ]);
    await directoryQuery(
      `insert into directory.invitations (tenant_id, email, role, locale, token_hash, invited_by, expires_at)
       values ($1, 'x@example.com', 'viewer', 'en', $2, 'x', now())`,
      [tenant, `hash ${n}`],
    );
    await directoryQuery(
      `insert into directory.api_keys (tenant_id, name, role, hash) values ($1, 'x', 'viewer', $2)`,
      [tenant, `hash ${n}`],
    );
    await directoryQuery(
      `insert into directory.identity_providers (tenant_id, name, issuer, client_id, client_secret) values ($1, 'x', 'x', 'x', 'x')`,
      [tenant],
    );
    await directoryQuery(`insert into directory.domains (tenant_id, domain, challenge) values ($1, 'x.example', 'x')`, [
      tenant,
    ]);
  }
});
afterAll(() => db?.drop());

const tables = [
  ['tenants', 'id'],
  ['memberships', 'tenant_id'],
  ['invitations', 'tenant_id'],
  ['api_keys', 'tenant_id'],
  ['identity_providers', 'tenant_id'],
  ['domains', 'tenant_id'],
] as const;

test.each(tables)(
  'directory.%s shows a tenant its own rows alone, and lets it change no others',
  async (table, key) => {
    expect((await as(b, `select ${key} as tenant from directory.${table}`)).rows).toEqual([{ tenant: b }]);
    expect((await as(null, `select ${key} from directory.${table}`)).rowCount).toBe(0);
    const column = {
      tenants: 'name',
      memberships: 'role',
      invitations: 'revoked_at',
      api_keys: 'revoked_at',
      identity_providers: 'name',
      domains: 'enforced',
    }[table];
    expect((await as(b, `update directory.${table} set ${column} = ${column} where ${key} = $1`, [a])).rowCount).toBe(
      0,
    );
    expect((await as(b, `update directory.${table} set ${column} = ${column}`)).rowCount).toBe(1);
  },
);

const denied = { code: '42501' };

test.each([
  ['select client_secret from directory.identity_providers'],
  ['select * from directory.passwords'],
  ['select * from directory.authenticators'],
  ['update directory.identities set user_id = gen_random_uuid()'],
])('the runtime role may not: %s', async (text) => {
  await expect(as(a, text)).rejects.toMatchObject(denied);
});

test.each([
  [
    `insert into directory.memberships (tenant_id, user_id, role) select $1, id, 'owner' from (select gen_random_uuid() as id) u`,
  ],
  [
    `insert into directory.invitations (tenant_id, email, role, locale, token_hash, invited_by, expires_at)
    values ($1, 'y@example.com', 'owner', 'en', 'h', 'y', now())`,
  ],
  [`insert into directory.api_keys (tenant_id, name, role, hash) values ($1, 'y', 'owner', 'h')`],
])('nothing is put into another tenant: %s', async (text) => {
  await expect(as(b, text, [a])).rejects.toMatchObject(denied);
  await expect(as(null, text, [a])).rejects.toMatchObject(denied);
});

test.each([
  'select hash from directory.api_keys',
  'select token_hash from directory.invitations',
  `update directory.api_keys set role = 'owner'`,
  `update directory.tenants set status = 'active'`,
  `update directory.tenants set plan = 'enterprise'`,
  'delete from directory.tenants',
  'delete from directory.api_keys',
  'update directory.memberships set tenant_id = tenant_id',
  'select * from directory.users',
  'select * from directory.passwords',
  'select * from directory.sessions',
  'select * from directory.tokens',
  'select * from directory.authenticators',
  'select * from directory.letters',
  'select * from directory.act_as_grants',
])('the runtime role may not: %s', async (text) => {
  await expect(as(b, text)).rejects.toMatchObject(denied);
});
