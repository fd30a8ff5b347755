import type { KpiDeclaration } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { today } from './tenant-today';

/**
 * How each entity day adds to the daily changes of two counts, "≥ 1 occurrence in the window" and "≥ 2". An entity day d
 * with next day x holds the first count over [d, min(x, d + W)), and the second, with q its second-latest occurrence (d
 * itself when it occurs twice, else the day before it), over [d, min(x, q + W)). So each row adds at most four changes,
 * which depend on its neighbours only: a changed row moves its own entity's rows and nothing else. An entity's first day
 * adds to the cohort of its month, on that day and on the day of its second occurrence.
 */
const contributions = (sign: 1 | -1, againWithin: readonly number[]) => `
  select b.dim, b.day, b.key, ${sign} * sum(b.d1) as d1, ${sign} * sum(b.d2) as d2
  from (
    select e.day, e.n, e.prev, e.next, case when e.n >= 2 then e.day else e.prev end as second,
           case when e.prev is null then case when e.n >= 2 then e.day else e.next end end as again, to_char(e.day, 'YYYY-MM') as month
    from (
      select e.day, e.n, lag(e.day) over w as prev, lead(e.day) over w as next
      from app.entity_days e
      where e.tenant_id = $1 and e.kpi = $2 and e.entity in (select entity from changed_entity_days)
      window w as (partition by e.entity order by e.day)) e
  ) e
  cross join lateral (values
    ('', e.day, '', 1, 0),
    ('', least(e.next, e.day + $3::int), '', -1, 0),
    ('', case when e.second + $3::int > e.day then e.day end, '', 0, 1),
    ('', case when e.second + $3::int > e.day then least(e.next, e.second + $3::int) end, '', 0, -1)
    ${againWithin
      .map(
        (days) => `,
    ('again_${days}', case when e.prev is null then e.day end, e.month, 1, 0),
    ('again_${days}', case when e.again <= e.day + ${days} then e.again end, e.month, 0, 1)`,
      )
      .join('')}) b(dim, day, key, d1, d2)
  where b.day is not null group by b.dim, b.day, b.key`;

/** Changed entity days from which on they are joined at one go. */
const largeChange = 5_000;

/**
 * Keeps the daily changes of distinct counts exact while entity days come, go and move. The partials it writes are sums of
 * changes: their running total up to a day is the count in the window that ends on it. Rows left out are counted by reason.
 */
export async function refreshEntities(work: Work, k: KpiDeclaration, days: readonly Day[]): Promise<void> {
  const tenant = work.tenant.id;
  const args = [tenant, k.code, k.measure.distinctDays];
  const again = k.measure.againWithin ?? [];
  const beside = (k.beside ?? []).flatMap(({ dim, sums }) => (sums === undefined ? [] : [{ dim, sums }]));
  const daily = ['excluded', ...beside.map(({ dim }) => dim)];
  await work.query(`create temporary table if not exists changed_entity_days (entity text, day date, n int) on commit delete rows;
    create temporary table if not exists entity_changes (dim text, day date, key text, d1 bigint, d2 bigint) on commit delete rows;
    truncate changed_entity_days, entity_changes`);
  await work.query(
    'delete from app.partials where tenant_id = $1 and kpi = $2 and day = any($3::date[]) and dim = any($4)',
    [tenant, k.code, days, daily],
  );
  const changed = await work.execute(
    `with f as materialized (${k.facts}), left_out as (
       insert into app.partials (tenant_id, kpi, dim, day, key, num, den, rows)
       select $1, $4, 'excluded', f.day, f.excluded, 0, 0, count(*) from f
       where f.excluded is not null and $3::date is not null group by f.day, f.excluded
       ${beside
         .map(
           ({ dim, sums }) =>
             `union all select $1, $4, '${dim}', s.day, s.key, sum(s.num), sum(s.den), count(*) from (${sums}) s group by s.day, s.key`,
         )
         .join('\n')})
     insert into changed_entity_days
     select coalesce(o.entity, f.entity), coalesce(o.day, f.day), f.n
     from (select entity, day, n from app.entity_days where tenant_id = $1 and kpi = $4 and day = any($2::date[])) o
     full join (select f.entity, f.day, sum(f.num)::int as n from f where f.excluded is null group by f.entity, f.day) f
       on f.entity = o.entity and f.day = o.day
     where f.n is distinct from o.n`,
    [tenant, days, today(work), k.code],
  );
  if (changed === 0) return;
  // To statistics from before a tenant's first load it has one entity day, and many entities would be sought in it one by
  // one, each time through all of it. A large change is joined at one go whatever the statistics say.
  const large = changed > largeChange;
  if (large) await work.query('analyze changed_entity_days; set local enable_nestloop = off');
  await work.query(`insert into entity_changes ${contributions(-1, again)}`, args);
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
  await work.query(`insert into entity_changes ${contributions(1, again)}`, args);
  if (large) await work.query('set local enable_nestloop = on');
  await work.query(
    `insert into app.partials as p (tenant_id, kpi, dim, day, key, num, den, rows)
     select $1, $2, dim, day, key, sum(d2), sum(d1), 0 from entity_changes
     group by dim, day, key having sum(d1) <> 0 or sum(d2) <> 0
     on conflict (tenant_id, kpi, dim, day, key) do update set num = p.num + excluded.num, den = p.den + excluded.den`,
    [tenant, k.code],
  );
  await work.query(
    `delete from app.partials where tenant_id = $1 and kpi = $2 and dim <> all($3) and num = 0 and den = 0
       and day in (select day from entity_changes)`,
    [tenant, k.code, daily],
  );
}
