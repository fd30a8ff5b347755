import { findKpi } from '@/kpis/catalogue';
import { addDays, type Day, localDay } from '@/lib/day';
import { milestoneTemplates } from '@/roadmap/catalogue';
import type { Work } from '../work';

/**
 * Gives the tenant the milestones of the catalogue whose KPI exists. Safe to run again: a template is planted once, also
 * when it was changed or archived since.
 * @param startOn from which the due dates count, a day in the tenant's zone; today by default
 * @returns how many were new
 */
export async function plantMilestones(work: Work, { startOn }: { startOn?: Day } = {}): Promise<number> {
  const start = startOn ?? localDay(work.now, work.tenant.zone);
  const planted = milestoneTemplates.filter((t) => findKpi(t.reach.kpi));
  const count = await work.execute(
    `insert into app.milestones (tenant_id, template, stage, kpi, target, start_on, due_on)
     select $1, x.template, x.stage, x.kpi, x.target, $2::date, x.due
     from unnest($3::text[], $4::int[], $5::text[], $6::float8[], $7::date[]) as x (template, stage, kpi, target, due)
     on conflict (tenant_id, template) do nothing`,
    [
      work.tenant.id,
      start,
      planted.map((t) => t.id),
      planted.map((t) => t.stage),
      planted.map((t) => t.reach.kpi),
      planted.map((t) => t.reach.at),
      planted.map((t) => addDays(start, t.dueAfterDays)),
    ],
  );
  if (count) await work.audit('milestones.planted', { count, startOn: start });
  return count;
}
