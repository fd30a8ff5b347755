import type { Work } from '../work';

/** Whether something waits to be computed. */
export async function hasDirtyDays(work: Work): Promise<boolean> {
  const rows = await work.query('select from app.dirty_days where tenant_id = $1 limit 1', [work.tenant.id]);
  return rows.length > 0;
}
