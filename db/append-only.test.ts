import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testTenant } from '@/domain/test-tenant';
import { directoryQuery, useDatabase } from './client';
import type { Role } from './roles';
import { testDatabase } from './test-database';

let db: Awaited<ReturnType<typeof testDatabase>>;
let owner: pg.Client;
let a: string;
let b: string;

/** Runs SQL as a role in a transaction of a tenant (or of none) and keeps what it did. */
async function as(role: Role, tenantId: string | null, text: string): Promise<number> {
  const client = await db.pool(role).connect();
  try {
    await client.query(tenantId ? `begin; set local app.tenant_id = '${tenantId}'` : 'begin');
    const { rows } = await client.query<{ n: number }>(text);
    await client.query('commit');
    return rows[0]?.n ?? 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Ages in days of a tenant's audit entries. */
const ages = async (tenant: string): Promise<number[]> =>
  (
    await owner.query<{ age: number }>(
      'select extract(day from now() - at)::int as age from app.audit_entries where tenant_id = $1 order by 1',
      [tenant],
    )
  ).rows.map((r) => r.age);

const forget = 'select app.forget_audit_entries() as n';
const erase = 'select app.erase_append_only() as n';

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  a = (await testTenant()).tenant.id;
  b = (await testTenant()).tenant.id;
  for (const tenant of [a, b]) {
    await owner.query(
      `insert into app.audit_entries (tenant_id, actor, fact, at)
       select $1, 'job:test', 'test.done', now() - make_interval(days => d) from unnest(array[1, 80, 95, 400, 800]) d`,
      [tenant],
    );
    await owner.query(
      `insert into app.restatements (tenant_id, kpi, "window", day) values ($1, 'C07', '28d', '2026-01-01')`,
      [tenant],
    );
    await owner.query(
      `insert into app.rules (tenant_id, topic, version, starts_on, set_by, set_at) values ($1, 'weights', 1, '2026-01-01', 'x', now())`,
      [tenant],
    );
  }
});
afterAll(async () => {
  await owner?.end();
  await db?.drop();
});

test('audit entries end by the firm’s own retention, and nobody else’s do', async () => {
  expect(await as('fairway_jobs', a, forget)).toBe(1);
  expect(await ages(a)).toEqual([1, 80, 95, 400]);
  await directoryQuery('update directory.tenants set audit_days = 365 where id = $1', [a]);
  expect(await as('fairway_jobs', a, forget)).toBe(1);
  expect(await ages(a)).toEqual([1, 80, 95]);
  expect(await ages(b)).toEqual([1, 80, 95, 400, 800]);
});

test('never before 90 days, whatever the setting says', async () => {
  await directoryQuery('update directory.tenants set audit_days = 1 where id = $1', [a]);
  expect(await as('fairway_jobs', a, forget)).toBe(3);
  expect(await ages(a)).toEqual([1, 80]);
});

test('without a tenant nothing is forgotten', async () => {
  expect(await as('fairway_jobs', null, forget)).toBe(0);
  expect(await ages(a)).toHaveLength(5);
});

test('only a firm that leaves, and when it is due, loses all', async () => {
  const standing = (status: string, days: number) =>
    directoryQuery(
      'update directory.tenants set status = $2, status_bites_at = now() + make_interval(days => $3) where id = $1',
      [a, status, days],
    );
  const notDue = { code: '55000' };
  await expect(as('fairway_jobs', a, erase)).rejects.toMatchObject(notDue);
  await expect(as('fairway_jobs', null, erase)).rejects.toMatchObject(notDue);
  for (const [status, days] of [
    ['leaving', 1],
    ['suspended', -1],
  ] as const) {
    await standing(status, days);
    await expect(as('fairway_jobs', a, erase)).rejects.toMatchObject(notDue);
  }
  await standing('leaving', -1);
  await owner.query(
    `insert into directory.platform_entries (admin, fact, tenant_id, detail)
     select 'x@example.com', 'visit.started', t, '{"tenant": "slug"}' from unnest($1::uuid[]) t`,
    [[a, b]],
  );
  expect(await as('fairway_jobs', a, erase)).toBe(7);
  const { rows } = await owner.query('select tenant_id, detail from directory.platform_entries order by tenant_id');
  expect(rows).toEqual([
    { tenant_id: b, detail: { tenant: 'slug' } },
    { tenant_id: null, detail: {} },
  ]);
  expect(await ages(a)).toEqual([]);
  expect(await ages(b)).toHaveLength(5);
});

test('pages and API, which sign in as the runtime role, may call neither', async () => {
  await directoryQuery(`update directory.tenants set status = 'leaving', status_bites_at = now() where id = $1`, [a]);
  for (const call of [forget, erase])
    await expect(as('fairway_runtime', a, call)).rejects.toMatchObject({ code: '42501' });
  expect(await ages(a)).toHaveLength(5);
});

test('the directory’s role adds to the log of the transaction’s firm, and can do nothing else with it', async () => {
  const add = (tenant: string) =>
    `insert into app.audit_entries (tenant_id, actor, fact, at) values ('${tenant}', 'user:x', 'test.done', now())`;
  await as('fairway_directory', a, add(a));
  expect(await ages(a)).toHaveLength(6);
  const denied = { code: '42501' };
  for (const tenant of [null, b]) await expect(as('fairway_directory', tenant, add(a))).rejects.toMatchObject(denied);
  for (const text of [
    'select count(*) as n from app.audit_entries',
    "update app.audit_entries set actor = 'x'",
    'delete from app.audit_entries',
    'select count(*) as n from app.notes',
  ])
    await expect(as('fairway_directory', a, text)).rejects.toMatchObject(denied);
  expect(await ages(a)).toHaveLength(6);
});
