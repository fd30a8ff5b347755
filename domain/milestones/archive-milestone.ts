import type { Work } from '../work';
import { requireMilestone } from './milestone-row';

/** Takes a milestone off the road. Nothing is deleted: restoreMilestone undoes it. */
export async function archiveMilestone(work: Work, id: string): Promise<void> {
  work.require('milestone.manage');
  const row = await requireMilestone(work, id);
  if (row.archived_at) return;
  await work.execute('update app.milestones set archived_at = $3 where tenant_id = $1 and id = $2', [
    work.tenant.id,
    id,
    work.now,
  ]);
  await work.audit(
    'milestone.archived',
    { id, kpi: row.kpi },
    { before: { archived: false }, after: { archived: true } },
  );
}
