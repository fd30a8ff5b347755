import { kpis } from '@/kpis/catalogue';
import type { Day } from '@/lib/day';
import { localDay } from '@/lib/day';
import { holdDays } from '@/roadmap/status';
import type { Work } from '../work';

/**
 * Stores `reached on` for milestones whose KPI has met the target on so many days in a row: the last of these days. Set once,
 * by measurement alone. To be called after measurements changed.
 * @param days how long the target must hold; 7 by default
 */
export async function settleMilestones(
  work: Work,
  { days = holdDays }: { days?: number } = {},
): Promise<{ id: string; reachedOn: Day }[]> {
  const reached = await work.query<{ id: string; kpi: string; reachedOn: Day }>(
    `with judged as (
       select m.id, m.start_on, v.day, case when k.lower then v.value <= m.target else v.value >= m.target end as met
       from app.milestones m
       join unnest($2::text[], $3::text[], $4::boolean[]) as k (kpi, headline, lower) on k.kpi = m.kpi
       join app.measurements v on v.tenant_id = $1 and v.kpi = m.kpi and v."window" = k.headline and v.value is not null
         and v.day > m.start_on - $5::int and v.day <= $6::date
       where m.tenant_id = $1 and m.reached_on is null and m.archived_at is null
     ), held as (
       select id, start_on, day, count(*) filter (where met) over (
         partition by id order by day range between make_interval(days => $5::int - 1) preceding and current row) as n
       from judged
     ), first as (select id, min(day) as day from held where n >= $5::int and day >= start_on group by id)
     update app.milestones m set reached_on = first.day
     from first where m.tenant_id = $1 and m.id = first.id
     returning m.id, m.kpi, m.reached_on as "reachedOn"`,
    [
      work.tenant.id,
      kpis.map((k) => k.code),
      kpis.map((k) => k.windows[0]),
      kpis.map((k) => k.direction === 'lower'),
      days,
      localDay(work.now, work.tenant.zone),
    ],
  );
  for (const m of reached) await work.audit('milestone.reached', m);
  return reached.map(({ id, reachedOn }) => ({ id, reachedOn }));
}
