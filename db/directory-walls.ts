import type pg from 'pg';

/**
 * What of the directory a tenant changes in its own transaction, so that a change of members, invitations, keys and settings
 * and its audit entry are one commit. Column lists leave out what the runtime role has no business with: hashes are written,
 * never read; a tenant's standing and plan are not its own to change.
 */
export const ofTenants = [
  {
    table: 'tenants',
    key: 'id',
    grants: 'select, update (name, locale, sells, markets, zone, currency, audit_days, second_factor_required)',
  },
  {
    table: 'memberships',
    key: 'tenant_id',
    grants: 'select, insert, delete, update (role, channels, mechanisms)',
  },
  {
    table: 'invitations',
    key: 'tenant_id',
    grants: `select (tenant_id, id, email, role, locale, channels, mechanisms, invited_by, created_at, sent_at, expires_at, accepted_at, revoked_at),
      insert, update (token_hash, sent_at, expires_at, accepted_at, revoked_at)`,
  },
  {
    table: 'api_keys',
    key: 'tenant_id',
    grants: `select (id, tenant_id, name, role, prefix, created_by, created_at, last_used_at, expires_at, revoked_at),
      insert, update (revoked_at)`,
  },
  {
    table: 'identity_providers',
    key: 'tenant_id',
    grants: `select (tenant_id, name, issuer, client_id, new_member_role, created_at), insert, delete,
      update (name, issuer, client_id, client_secret, new_member_role)`,
  },
  {
    table: 'domains',
    key: 'tenant_id',
    grants: 'select, insert, delete, update (proven_at, proven_by, enforced)',
  },
  { table: 'identities', key: 'tenant_id', grants: 'select' },
] as const;

/**
 * Row-level security on these tables: the runtime role sees and changes its transaction's tenant alone; the directory role,
 * which is asked before a tenant is known, sees all. Safe to run again.
 */
export async function raiseDirectoryWalls(client: pg.ClientBase): Promise<void> {
  await client.query('grant usage on schema directory to fairway_runtime');
  for (const { table, key, grants } of ofTenants) {
    const own = `${key} = nullif(current_setting('app.tenant_id', true), '')::uuid`;
    // One message is one transaction: whoever works meanwhile finds the old walls or the new ones, never none and no rights.
    await client.query(`alter table directory.${table} enable row level security;
      drop policy if exists directory on directory.${table};
      create policy directory on directory.${table} to fairway_directory using (true) with check (true);
      drop policy if exists tenant on directory.${table};
      create policy tenant on directory.${table} to fairway_runtime using (${own}) with check (${own});
      revoke all on directory.${table} from fairway_runtime;
      grant ${grants} on directory.${table} to fairway_runtime`);
  }
}
