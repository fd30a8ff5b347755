import type { Day } from '@/lib/day';
import { Refusal } from '../errors';
import { shortText } from '../short-text';
import type { Work } from '../work';
import { requireMilestone } from './milestone-row';
import { requireDates, requireKpi, requireTarget } from './milestone-target';

/** What may be changed; what is left out stays. Status and `reached on` are set by measurement alone. */
export interface MilestoneChange {
  target?: number;
  startOn?: Day;
  dueOn?: Day;
  title?: string | null;
  owner?: string | null;
}

/** Changes a milestone. Another target or start is another promise, so `reached on` is judged anew. Errors as for createMilestone, and milestone_archived. */
export async function changeMilestone(work: Work, id: string, change: MilestoneChange): Promise<void> {
  work.require('milestone.manage');
  const row = await requireMilestone(work, id);
  if (row.archived_at) throw new Refusal('milestone_archived', 409);
  const target = change.target ?? row.target;
  const startOn = change.startOn ?? row.start_on;
  const dueOn = change.dueOn ?? row.due_on;
  requireTarget(requireKpi(work, row.kpi), target);
  requireDates(startOn, dueOn);
  const title = change.title === undefined ? row.title : shortText(change.title, 120, 'title');
  const owner = change.owner === undefined ? row.owner : shortText(change.owner, 80, 'owner');
  const reachedOn = target === row.target && startOn === row.start_on ? row.reached_on : null;
  await work.execute(
    `update app.milestones set target = $3, start_on = $4, due_on = $5, title = $6, owner = $7, reached_on = $8
     where tenant_id = $1 and id = $2`,
    [work.tenant.id, id, target, startOn, dueOn, title, owner, reachedOn],
  );
  const { target: t, start_on, due_on, title: named, owner: owned, reached_on } = row;
  await work.audit(
    'milestone.changed',
    { id, kpi: row.kpi },
    {
      before: { target: t, startOn: start_on, dueOn: due_on, title: named, owner: owned, reachedOn: reached_on },
      after: { target, startOn, dueOn, title, owner, reachedOn },
    },
  );
}
