import type pg from 'pg';
import { allowEntries, allowForgetting, appendOnly } from './append-only';
import { raiseDirectoryWalls } from './directory-walls';
import { type Role, rolePassword, roles } from './roles';

const policy = "tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid";

async function ensureRole(client: pg.ClientBase, role: Role, secret: string): Promise<void> {
  const password = client.escapeLiteral(rolePassword(role, secret));
  const { rows } = await client.query<{ over: boolean }>(
    'select rolsuper or rolbypassrls as over from pg_roles where rolname = $1',
    [role],
  );
  if (rows[0]?.over)
    throw new Error(
      `The database role ${role} may pass the walls between tenants: take SUPERUSER and BYPASSRLS from it.`,
    );
  // Only a superuser may name these attributes of a role that is there; an owner who may create roles changes the password.
  await client.query(
    rows[0]
      ? `alter role ${role} login password ${password}`
      : `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`,
  );
}

/**
 * Puts up the second lock: roles, grants, and forced row-level security on every table of schema app that has a tenant.
 * Derived from the catalogue, so a new table is walled by being there. Safe to run again.
 */
export async function raiseWalls(client: pg.ClientBase, secret: string): Promise<void> {
  for (const role of roles) await ensureRole(client, role, secret);
  await client.query('alter role fairway_jobs set synchronous_commit = off');
  await client.query('revoke all on schema public from public');
  await client.query('grant usage on schema app, reference to fairway_runtime');
  await client.query('grant usage on schema app to fairway_jobs');
  await client.query('grant usage on schema directory to fairway_directory');
  await client.query('grant select on all tables in schema reference to fairway_runtime');
  await client.query('grant select, insert, update, delete on all tables in schema directory to fairway_directory');
  await client.query('revoke update, delete on directory.platform_entries from fairway_directory');
  await raiseDirectoryWalls(client);
  await client.query('create schema if not exists bullmq');
  const { rows } = await client.query<{ table: string }>(
    `select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind in ('r', 'p') order by 1`,
  );
  for (const { table } of rows) {
    const name = `app.${client.escapeIdentifier(table)}`;
    const verbs = appendOnly.includes(table) ? 'select, insert' : 'select, insert, update, delete';
    await client.query(`alter table ${name} enable row level security; alter table ${name} force row level security;
      drop policy if exists tenant on ${name};
      create policy tenant on ${name} to fairway_runtime using (${policy}) with check (${policy});
      revoke all on ${name} from fairway_runtime; grant ${verbs} on ${name} to fairway_runtime`);
  }
  // The relay hands on the work of all tenants; it sees ids only.
  await client.query(`drop policy if exists relay on app.outbox;
    create policy relay on app.outbox to fairway_jobs using (true);
    grant select, delete on app.outbox to fairway_jobs`);
  // Only an owner may gather statistics; the runtime may ask for them, of tables of schema app and nothing else. A large
  // table that knows the tenant already is left to autovacuum: sampling it takes a second or two. One that does not know it
  // plans as if the tenant had no rows. pg_temp is named, and last: unnamed it comes first, and a caller's own table of that
  // name would be read with the owner's rights.
  await client.query('drop function if exists app.refresh_statistics(text[])');
  await client.query(`create or replace function app.refresh_statistics(names text[], large bigint default 200 * 1024 * 1024) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare name text;
    begin
      for name in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'app' and c.relkind = 'r' and c.relname = any(names)
          and (pg_relation_size(c.oid) < large or not exists (
            select from pg_stats s where s.schemaname = 'app' and s.tablename = c.relname and s.attname = 'tenant_id'
              and strpos(s.most_common_vals::text, current_setting('app.tenant_id')) > 0))
        order by 1
      loop execute format('analyze app.%I', name); end loop;
    end $$;
    revoke all on function app.refresh_statistics(text[], bigint) from public;
    grant execute on function app.refresh_statistics(text[], bigint) to fairway_runtime`);
  await allowEntries(client);
  await allowForgetting(client);
  await client.query('grant usage on all sequences in schema app to fairway_runtime');
}
