import type pg from 'pg';

/** Tables in which a row, once written, stays as it is for the runtime role. */
export const appendOnly: readonly string[] = ['audit_entries', 'restatements', 'rules'];

const tenant = "nullif(current_setting('app.tenant_id', true), '')::uuid";

/**
 * What a firm cannot change by itself (how it stands, who of the platform looks in) is changed by fairway_directory; it adds
 * the entry to the firm's log in the same transaction. It may add to that log, of the transaction's firm, and not even read it.
 */
export async function allowEntries(client: pg.ClientBase): Promise<void> {
  await client.query(`grant usage on schema app to fairway_directory;
    revoke all on app.audit_entries from fairway_directory; grant insert on app.audit_entries to fairway_directory;
    drop policy if exists desk on app.audit_entries;
    create policy desk on app.audit_entries for insert to fairway_directory with check (tenant_id = ${tenant})`);
}

/**
 * The two ways in which rows of append-only tables end: audit entries by age, and everything with the firm. Both are functions
 * with the owner's rights that take no word of their caller for it: they read the firm's retention and standing
 * themselves, which the runtime role cannot set beyond their bounds, and touch the transaction's tenant alone. Only
 * fairway_jobs may call them, not the roles as which pages and API work for a firm. With a firm go the traces of it in the
 * platform's own log: what was done there and by whom stays.
 */
export async function allowForgetting(client: pg.ClientBase): Promise<void> {
  // Row-level security is forced on an owner who is no superuser too, so it needs a policy: the same rows, the same tenant.
  for (const table of appendOnly)
    await client.query(`drop policy if exists keeper on app.${table};
      create policy keeper on app.${table} to current_user using (tenant_id = ${tenant})`);
  await client.query(`create or replace function app.forget_audit_entries() returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare forgotten bigint;
    begin
      delete from app.audit_entries a using directory.tenants t
        where t.id = ${tenant} and a.tenant_id = t.id and a.at < now() - make_interval(days => greatest(90, t.audit_days));
      get diagnostics forgotten = row_count;
      return forgotten;
    end $$;
    create or replace function app.erase_append_only() returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare erased bigint := 0; n bigint;
    begin
      if not exists (select from directory.tenants t
        where t.id = ${tenant} and t.status = 'leaving' and t.status_bites_at <= now())
      then raise exception 'the tenant is not due to be erased' using errcode = '55000'; end if;
      ${appendOnly
        .map(
          (table) => `delete from app.${table} where tenant_id = ${tenant};
      get diagnostics n = row_count; erased := erased + n;`,
        )
        .join('\n      ')}
      update directory.platform_entries set tenant_id = null, detail = '{}' where tenant_id = ${tenant};
      return erased;
    end $$;
    revoke all on function app.forget_audit_entries(), app.erase_append_only() from public, fairway_runtime, fairway_directory;
    grant execute on function app.forget_audit_entries(), app.erase_append_only() to fairway_jobs`);
}
