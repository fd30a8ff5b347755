import type { Work } from '../work';

/** Deliveries that were begun and not ended some while ago; sending them again is safe at every point. */
export async function unfinishedDeliveries(work: Work): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select id from app.digest_deliveries where tenant_id = $1 and status in ('pending', 'sending')
       and created_at < $2::timestamptz - interval '1 minute' order by created_at limit 200`,
    [work.tenant.id, work.now],
  );
  return rows.map((row) => row.id);
}
