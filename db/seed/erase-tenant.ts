import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { env } from '@/lib/env';

/**
 * Erases a tenant: every row of every table that has tenants, the tenant itself and its memberships, its uploads. For the
 * demo; as the owner, because the runtime role may not delete what is append-only. All in one transaction; while it runs,
 * others wait.
 */
export async function eraseTenant(ownerUrl: string, tenantId: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where n.nspname = 'app' and c.relkind in ('r', 'p') order by 1`,
    );
    await client.query('begin');
    for (const { name } of tables) {
      // Forced row-level security holds for the owner too, unless it is a superuser: lifted within this transaction only.
      await client.query(`alter table ${name} no force row level security`);
      await client.query(`delete from ${name} where tenant_id = $1`, [tenantId]);
      await client.query(`alter table ${name} force row level security`);
    }
    await client.query('delete from directory.tenants where id = $1', [tenantId]);
    await client.query('commit');
  } finally {
    await client.end();
  }
  await rm(join(env().FAIRWAY_DATA_DIR, 'uploads', tenantId), { recursive: true, force: true });
}
