import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testTenant } from '@/domain/test-tenant';
import { records } from '@/records/catalogue';
import { appendOnly } from './append-only';
import { openDatabase, useDatabase } from './client';
import { ofTenants } from './directory-walls';
import { roles } from './roles';
import * as appTables from './schema/app';
import * as recordTables from './schema/records';
import { testDatabase } from './test-database';
import { type AppCatalogue, insertOf, makeRows, type Row, readAppCatalogue } from './test-rows';
import { asRuntime } from './test-runtime';

/** Tables that are declared, so that each is a test of its own. */
const declared = [...Object.values(appTables), ...Object.values(recordTables)]
  .filter((t) => t instanceof PgTable)
  .map((t) => getTableConfig(t))
  .filter((t) => t.schema === 'app')
  .map((t) => t.name)
  .sort();

const policy = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;

let db: Awaited<ReturnType<typeof testDatabase>>;
let owner: pg.Client;
let catalogue: AppCatalogue;
let a: string;
let b: string;
let rowsOfA: Map<string, Row>;
let rowsOfB: Map<string, Row>;

const as = (tenantId: string | null, text: string, params?: unknown[]) => asRuntime(db, tenantId, text, params);

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  catalogue = await readAppCatalogue(owner);
  a = (await testTenant()).tenant.id;
  b = (await testTenant()).tenant.id;
  rowsOfA = makeRows(catalogue, a);
  rowsOfB = makeRows(catalogue, b);
  for (const [tenant, rows] of [
    [a, rowsOfA],
    [b, rowsOfB],
  ] as const) {
    const client = await db.pool('fairway_runtime').connect();
    await client.query(`begin; set local app.tenant_id = '${tenant}'`);
    for (const [table, row] of rows) await client.query(...insertOf(table, row));
    await client.query('commit');
    client.release();
  }
});
afterAll(async () => {
  await owner?.end();
  await db?.drop();
});

test('every table that is there is declared, and every record has one', () => {
  expect([...catalogue.tables].sort()).toEqual(declared);
  for (const r of records) expect(declared).toContain(r.table);
});

describe.each(declared)('app.%s', (table) => {
  test('has row-level security, forced, with the one policy', async () => {
    const { rows } = await owner.query(
      `select relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner) as owner from pg_class
       where oid = $1::regclass`,
      [`app.${table}`],
    );
    expect(rows[0]).toMatchObject({ relrowsecurity: true, relforcerowsecurity: true });
    expect(roles).not.toContain(rows[0].owner);
    const { rows: policies } = await owner.query(
      `select policyname, permissive, roles::text[] as roles, cmd, qual, with_check from pg_policies
       where schemaname = 'app' and tablename = $1 order by policyname`,
      [table],
    );
    const own = policies.filter((p) => p.policyname === 'tenant');
    expect(own).toEqual([
      {
        policyname: 'tenant',
        permissive: 'PERMISSIVE',
        roles: ['fairway_runtime'],
        cmd: 'ALL',
        qual: policy,
        with_check: policy,
      },
    ]);
    // The relay hands on everybody's work: ids only, and never to the runtime role.
    const others = policies.filter((p) => p.policyname !== 'tenant');
    // The owner, from within the functions that forget, meets the same wall.
    const keeper = ['keeper', [rows[0].owner], policy];
    // Who changes what a firm cannot change by itself adds to its log, and reads nothing of it.
    const desk = ['desk', ['fairway_directory'], null];
    const expected =
      table === 'outbox'
        ? [['relay', ['fairway_jobs'], 'true']]
        : [...(table === 'audit_entries' ? [desk] : []), ...(appendOnly.includes(table) ? [keeper] : [])];
    expect(others.map((p) => [p.policyname, p.roles, p.qual])).toEqual(expected);
  });

  test('is led by tenant_id in every key and index', async () => {
    const { rows: column } = await owner.query(
      `select data_type, is_nullable from information_schema.columns
       where table_schema = 'app' and table_name = $1 and column_name = 'tenant_id'`,
      [table],
    );
    expect(column).toEqual([{ data_type: 'uuid', is_nullable: 'NO' }]);
    const { rows: constraints } = await owner.query(
      `select conname, contype, (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first,
         (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as "parentFirst"
       from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'f')`,
      [`app.${table}`],
    );
    expect(constraints.filter((c) => c.contype === 'p')).toHaveLength(1);
    for (const c of constraints) {
      expect([c.conname, c.first]).toEqual([c.conname, 'tenant_id']);
      if (c.contype === 'f') expect([c.conname, c.parentFirst]).toEqual([c.conname, 'tenant_id']);
    }
    const { rows: indexes } = await owner.query(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid, 1, true) as first from pg_index
       where indrelid = $1::regclass`,
      [`app.${table}`],
    );
    for (const index of indexes) expect([index.name, index.first]).toEqual([index.name, 'tenant_id']);
  });

  test('shows a tenant its own rows and no others', async () => {
    const { rows: all } = await owner.query(`select tenant_id, count(*)::int as n from app."${table}" group by 1`);
    expect(new Map(all.map((r) => [r.tenant_id, r.n]))).toEqual(
      new Map([
        [a, 1],
        [b, 1],
      ]),
    );
    expect((await as(b, `select tenant_id from app."${table}"`)).rows).toEqual([{ tenant_id: b }]);
    expect((await as(b, `select from app."${table}" where tenant_id = $1`, [a])).rowCount).toBe(0);
    expect((await as(null, `select from app."${table}"`)).rowCount).toBe(0);
    await expect(as('', `select from app."${table}"`)).resolves.toMatchObject({ rowCount: 0 });
  });

  test('lets a tenant change nothing of another', async () => {
    const insert = insertOf(table, { ...rowsOfB.get(table)!, tenant_id: a });
    await expect(as(b, ...insert)).rejects.toMatchObject({ code: '42501' });
    await expect(as(null, ...insert)).rejects.toMatchObject({ code: '42501' });
    const update = `update app."${table}" set tenant_id = tenant_id where tenant_id = $1`;
    const remove = `delete from app."${table}" where tenant_id = $1`;
    const move = `update app."${table}" set tenant_id = $1 where tenant_id = $2`;
    if (appendOnly.includes(table)) {
      for (const sql of [update, remove]) await expect(as(b, sql, [b])).rejects.toMatchObject({ code: '42501' });
      return;
    }
    expect((await as(b, update, [a])).rowCount).toBe(0);
    expect((await as(b, remove, [a])).rowCount).toBe(0);
    // Not a leak test on an empty table: the same statements do reach the tenant's own row.
    expect((await as(b, update, [b])).rowCount).toBe(1);
    expect((await as(b, remove, [b])).rowCount).toBe(1);
    await expect(as(b, move, [a, b])).rejects.toMatchObject({ code: '42501' });
  });
});

test('a row cannot refer to another tenant’s', async () => {
  expect(catalogue.references.length).toBeGreaterThan(0);
  for (const r of catalogue.references) {
    const row: Row = { ...makeRows(catalogue, b).get(r.table)! };
    for (const [n, column] of r.columns.entries())
      if (column !== 'tenant_id') row[column] = rowsOfA.get(r.parent)![r.parentColumns[n]!];
    await expect(as(b, ...insertOf(r.table, row)), `${r.table} → ${r.parent}`).rejects.toMatchObject({ code: '23503' });
  }
});

test('no role of the service owns, bypasses or outranks anything', async () => {
  const { rows } = await owner.query(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
       (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
     from pg_roles r where rolname = any($1) order by 1`,
    [roles],
  );
  const plain = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
  };
  expect(rows).toEqual([...roles].sort().map((rolname) => ({ rolname, ...plain, memberships: 0 })));
  const { rows: owned } = await owner.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where pg_get_userbyid(c.relowner) = any($1) and n.nspname in ('app', 'directory', 'reference')`,
    [roles],
  );
  expect(owned).toEqual([]);
});

test('nothing in the database looks around the walls', async () => {
  const { rows: views } = await owner.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('app', 'directory', 'reference') and c.relkind in ('v', 'm', 'f')`,
  );
  expect(views).toEqual([]);
  // Those that act with the owner's rights: one gathers statistics, two forget what is append-only and say how much.
  const { rows: functions } = await owner.query(
    `select p.proname as name, p.prorettype::regtype::text as answers, p.proconfig::text[] as settings,
       (select array_agg(rolname::text) from pg_roles r where rolname = any($1) and has_function_privilege(r.oid, p.oid, 'execute')) as open
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    [roles],
  );
  const settings = ['search_path=pg_catalog, pg_temp'];
  expect(functions).toEqual([
    { name: 'erase_append_only', answers: 'bigint', settings, open: ['fairway_jobs'] },
    { name: 'forget_audit_entries', answers: 'bigint', settings, open: ['fairway_jobs'] },
    { name: 'refresh_statistics', answers: 'void', settings, open: ['fairway_runtime'] },
  ]);
  const { rows: shared } = await owner.query(
    `select table_name from information_schema.columns where table_schema = 'reference' and column_name = 'tenant_id'`,
  );
  expect(shared).toEqual([]);
});

test('a function with the owner’s rights runs nothing that its caller has put in its way', async () => {
  const client = await db.pool('fairway_runtime').connect();
  try {
    await client.query(`begin;
      create function pg_temp.told(text) returns name language plpgsql as $$
        begin raise exception 'runs as %', current_user; end $$;
      create temp view pg_class as select oid, relnamespace, relkind, pg_temp.told(relname) as relname from pg_catalog.pg_class`);
    await expect(client.query("select app.refresh_statistics(array['feeds'])")).resolves.toMatchObject({ rowCount: 1 });
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('what the planner has learnt from all tenants’ rows is not told', async () => {
  await owner.query('analyze app.feeds');
  const known = "select from pg_stats where schemaname = 'app'";
  expect((await owner.query(known)).rowCount).toBeGreaterThan(0);
  expect((await as(b, known)).rowCount).toBe(0);
});

test('each role reads its own rooms only', async () => {
  const denied = { code: '42501' };
  const { rows: directory } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'directory'",
  );
  expect(directory.length).toBeGreaterThan(0);
  // The rest of the directory; what a tenant sees of it is held by directory-walls.test.ts.
  const seen: string[] = ofTenants.map(({ table }) => table);
  for (const { name } of directory.filter((table) => !seen.includes(table.name)))
    await expect(as(a, `select from directory."${name}"`)).rejects.toMatchObject(denied);
  for (const table of catalogue.tables) {
    await expect(db.pool('fairway_directory').query(`select from app."${table}"`)).rejects.toMatchObject(denied);
    if (table !== 'outbox')
      await expect(db.pool('fairway_jobs').query(`select from app."${table}"`)).rejects.toMatchObject(denied);
  }
  await expect(db.pool('fairway_jobs').query('select from directory.tenants')).rejects.toMatchObject(denied);
  await expect(as(a, 'select from reference.ecb_rates')).resolves.toBeDefined();
  await expect(as(a, "insert into reference.ecb_rates values ('EUR', '2026-01-01', 1)")).rejects.toMatchObject(denied);
  const { rowCount } = await db.pool('fairway_jobs').query('select from app.outbox');
  expect(rowCount).toBe(2);
});

test('a role’s password opens nothing with another secret', async () => {
  const wrong = openDatabase(db.ownerUrl, 'another secret that is long enough to be one');
  await expect(wrong.pool('fairway_runtime').query('select 1')).rejects.toMatchObject({ code: '28P01' });
  await wrong.close();
});
