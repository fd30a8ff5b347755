import { notFound } from '../errors';
import { findKpiSeen } from '../limits/limited';
import type { Work } from '../work';

/** A milestone as it is stored; see db/schema/app.ts. */
export interface MilestoneRow {
  id: string;
  template: string | null;
  stage: number;
  kpi: string;
  title: string | null;
  target: number;
  start_on: string;
  due_on: string;
  owner: string | null;
  reached_on: string | null;
  archived_at: Date | null;
}

export const milestoneColumns =
  'id, template, stage, kpi, title, target, start_on, due_on, owner, reached_on, archived_at';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One of the tenant's milestones, archived ones too, locked until the transaction ends. Error `not_found`. */
export async function requireMilestone(work: Work, id: string): Promise<MilestoneRow> {
  if (!uuid.test(id)) throw notFound('milestone');
  const [row] = await work.query<MilestoneRow>(
    `select ${milestoneColumns} from app.milestones where tenant_id = $1 and id = $2 for update`,
    [work.tenant.id, id],
  );
  if (!row || (work.limits.mechanisms && !findKpiSeen(work, row.kpi))) throw notFound('milestone');
  return row;
}
