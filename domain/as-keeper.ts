import { database } from '@/db/client';
import type { TenantId } from './tenants/access';

/**
 * Calls one of the two functions that may delete what is append-only (db/append-only.ts), as the role of the worker's
 * machinery, in a transaction of one tenant. Answers how many rows are gone.
 */
export async function asKeeper(
  tenantId: TenantId,
  name: 'forget_audit_entries' | 'erase_append_only',
): Promise<number> {
  const client = await database().pool('fairway_jobs').connect();
  let broken: Error | undefined;
  try {
    // The id is a uuid checked by access.ts, so it can stand in the text.
    await client.query(`begin; set local app.tenant_id = '${tenantId}'`);
    const { rows } = await client.query<{ n: number }>(`select app.${name}() as n`);
    await client.query('commit');
    return rows[0]!.n;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
