import { type Day, localDay } from '@/lib/day';
import { Refusal } from '../errors';
import { shortText } from '../short-text';
import type { Work } from '../work';
import { requireDates, requireKpi, requireTarget } from './milestone-target';

export interface NewMilestone {
  /** Code or slug. */
  kpi: string;
  /** In the KPI's unit. */
  target: number;
  dueOn: Day;
  /** Today in the tenant's zone by default. */
  startOn?: Day;
  /** The KPI's own title by default. */
  title?: string | null;
  owner?: string | null;
  /** 1, 2 or 3; 1 by default. */
  stage?: number;
}

/** Sets a milestone of the tenant's own. Errors: kpi_unknown, milestone_target_out_of_range, day_invalid, milestone_due_before_start, milestone_stage_unknown, text_too_long. */
export async function createMilestone(work: Work, input: NewMilestone): Promise<{ id: string }> {
  work.require('milestone.manage');
  const kpi = requireKpi(work, input.kpi);
  requireTarget(kpi, input.target);
  const startOn = input.startOn ?? localDay(work.now, work.tenant.zone);
  requireDates(startOn, input.dueOn);
  const stage = input.stage ?? 1;
  if (![1, 2, 3].includes(stage)) throw new Refusal('milestone_stage_unknown', 422, { stage }, 'stage');
  const texts = { title: shortText(input.title, 120, 'title'), owner: shortText(input.owner, 80, 'owner') };
  const [row] = await work.query<{ id: string }>(
    `insert into app.milestones (tenant_id, stage, kpi, title, target, start_on, due_on, owner)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [work.tenant.id, stage, kpi.code, texts.title, input.target, startOn, input.dueOn, texts.owner],
  );
  const id = row!.id;
  await work.audit(
    'milestone.created',
    { id, kpi: kpi.code },
    { after: { stage, target: input.target, startOn, dueOn: input.dueOn, ...texts } },
  );
  return { id };
}
