import type { Work } from '../work';
import { requireMilestone } from './milestone-row';

/** Puts an archived milestone back on the road. */
export async function restoreMilestone(work: Work, id: string): Promise<void> {
  work.require('milestone.manage');
  const row = await requireMilestone(work, id);
  if (!row.archived_at) return;
  await work.execute('update app.milestones set archived_at = null where tenant_id = $1 and id = $2', [
    work.tenant.id,
    id,
  ]);
  await work.audit(
    'milestone.restored',
    { id, kpi: row.kpi },
    { before: { archived: true }, after: { archived: false } },
  );
}
