import type pg from 'pg';
import type { Database } from './client';

/** Runs SQL as the runtime role in a transaction of a tenant (or of none) and rolls it back. */
export async function asRuntime(
  db: Database,
  tenantId: string | null,
  text: string,
  params: unknown[] = [],
): Promise<pg.QueryResult> {
  const client = await db.pool('fairway_runtime').connect();
  try {
    await client.query(tenantId ? `begin; set local app.tenant_id = '${tenantId}'` : 'begin');
    return await client.query(text, params);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
