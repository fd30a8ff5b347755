import type { KpiDeclaration } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { today } from './tenant-today';

/**
 * How each entity day adds to the daily changes of two counts, "≥ 1 occurrence in the window" and "≥ 2". An entity day d
 * with next day x holds the first count over [d, min(x, d + W)), and the second, with q its second-latest occurrence (d
 * itself when it occurs twice, else the day before it), over [d, min(x, q + W)). So each row adds at most four changes,
 * which depend on its neighbours only: a changed row moves its own entity's rows and nothing else.
 */
const contributions = (sign: 1 | -1) => `
  select b.day, ${sign} * sum(b.d1) as d1, ${sign} * sum(b.d2) as d2
  from (
    select e.day, e.n, e.next, case when e.n >= 2 then e.day else e.prev end as second
    from (
      select e.day, e.n, lag(e.day) over w as prev, lead(e.day) over w as next
      from app.entity_days e
      where e.tenant_id = $1 and e.kpi = $2 and e.entity in (select entity from changed_entity_days)
      window w as (partition by e.entity order by e.day)) e
  ) e
  cross join lateral (values
    (e.day, 1, 0),
    (least(e.next, e.day + $3::int), -1, 0),
    (case when e.second + $3::int > e.day then e.day end, 0, 1),
    (case when e.second + $3::int > e.day then least(e.next, e.second + $3::int) end, 0, -1)) b(day, d1, d2)
  where b.day is not null group by b.day`;

/** Entity days from which on statistics are worth their milliseconds. */
const largeChange = 5_000;

/**
 * Keeps the daily changes of distinct counts exact while entity days come, go and move. The partials it writes are sums of
 * changes: their running total up to a day is the count in the window that ends on it.
 */
export async function refreshEntities(work: Work, k: KpiDeclaration, days: readonly Day[]): Promise<void> {
  const tenant = work.tenant.id;
  const args = [tenant, k.code, k.measure.distinctDays];
  await work.query(`create temporary table if not exists changed_entity_days (entity text, day date, n int) on commit delete rows;
    create temporary table if not exists entity_changes (day date, d1 bigint, d2 bigint) on commit delete rows`);
  await work.query('truncate changed_entity_days, entity_changes');
  const changed = await work.execute(
    `insert into changed_entity_days
     select coalesce(o.entity, f.entity), coalesce(o.day, f.day), f.n
     from (select entity, day, n from app.entity_days where tenant_id = $1 and kpi = $4 and day = any($2::date[])) o
     full join (select f.entity, f.day, sum(f.num)::int as n from (${k.facts}) f
                where f.excluded is null and $3::date is not null group by f.entity, f.day) f
       on f.entity = o.entity and f.day = o.day
     where f.n is distinct from o.n`,
    [tenant, days, today(work), k.code],
  );
  if (changed === 0) return;
  // Nobody else looks at temporary tables; a large one that is planned as empty is joined row by row.
  if (changed > largeChange) await work.query('analyze changed_entity_days');
  await work.query(`insert into entity_changes ${contributions(-1)}`, args);
  await work.query(
    `delete from app.entity_days e using changed_entity_days c
     where e.tenant_id = $1 and e.kpi = $2 and e.entity = c.entity and e.day = c.day`,
    [tenant, k.code],
  );
  await work.query(
    `insert into app.entity_days (tenant_id, kpi, entity, day, n)
     select $1, $2, entity, day, n from changed_entity_days where n is not null`,
    [tenant, k.code],
  );
  if (changed > largeChange) await work.query("select app.refresh_statistics('{entity_days}')");
  await work.query(`insert into entity_changes ${contributions(1)}`, args);
  await work.query(
    `insert into app.partials as p (tenant_id, kpi, dim, day, key, num, den, rows)
     select $1, $2, '', day, '', sum(d2), sum(d1), 0 from entity_changes
     group by day having sum(d1) <> 0 or sum(d2) <> 0
     on conflict (tenant_id, kpi, dim, day, key) do update set num = p.num + excluded.num, den = p.den + excluded.den`,
    [tenant, k.code],
  );
  await work.query(
    `delete from app.partials where tenant_id = $1 and kpi = $2 and dim = '' and num = 0 and den = 0
       and day in (select day from entity_changes)`,
    [tenant, k.code],
  );
}
