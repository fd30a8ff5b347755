import { database } from '@/db/client';
import { inTransaction } from '@/db/in-transaction';
import type { TenantId } from './tenants/access';

/**
 * Calls one of the two functions that may delete what is append-only (db/append-only.ts), as the role of the worker's
 * machinery, in a transaction of one tenant. Answers how many rows are gone.
 */
export async function asKeeper(
  tenantId: TenantId,
  name: 'forget_audit_entries' | 'erase_append_only',
): Promise<number> {
  return inTransaction(database().pool('fairway_jobs'), tenantId, async (client) => {
    const { rows } = await client.query<{ n: number }>(`select app.${name}() as n`);
    return rows[0]!.n;
  });
}
