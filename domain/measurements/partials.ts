import { isSplitByChannel, type KpiDeclaration } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { refreshEntities } from './entities';
import { today } from './tenant-today';

/** Every dimension under which a KPI's facts are summed; '' is the whole. */
const dimsOf = (k: KpiDeclaration): string[] => [...new Set(['', ...k.dims, k.measure.dim])];

/** KPIs side by side that read the same facts of the same days, so that these are worked out once for all of them. */
export function sharing(list: readonly KpiDeclaration[]): KpiDeclaration[][] {
  const groups = new Map<string, KpiDeclaration[]>();
  for (const k of list) {
    const same = k.measure.distinctDays || k.beside?.some((b) => b.sums) ? k.code : k.facts;
    const key = JSON.stringify([same, k.follows, k.spillDays]);
    groups.set(key, [...(groups.get(key) ?? []), k]);
  }
  return [...groups.values()];
}

/**
 * Sums the facts of some days by dimension and group; rows left out are counted under the dimension `excluded` by reason.
 * Facts that are alike in all dimensions are added up first, so that each is worked out once and few are told apart. $1 tenant, $2 days, $3 today.
 * KPIs that can be told by channel keep the sums of each channel besides.
 * @param together KPIs of the same facts
 */
function partialsSql(together: readonly KpiDeclaration[]): string {
  const groups = together.flatMap((k) => [
    ...dimsOf(k).map((d) =>
      d === '' ? `('${k.code}', '', '')` : `('${k.code}', '${d}', coalesce(f.${d}::text, 'unknown'))`,
    ),
    `('${k.code}', 'excluded', f.excluded)`,
  ]);
  const { facts } = together[0]!;
  const beside = together.flatMap((k) =>
    (k.beside ?? []).flatMap(({ dim, sums }) =>
      sums === undefined
        ? []
        : `union all select $1, '${k.code}', '${dim}', s.day, s.key, sum(s.num), sum(s.den), count(*) from (${sums}) s group by s.day, s.key`,
    ),
  );
  const columns = [...new Set(['day', 'excluded', ...together.flatMap(dimsOf).filter(Boolean)])].map((c) => `f.${c}`);
  if (together.some(isSplitByChannel) && !columns.includes('f.channel')) columns.push('f.channel');
  const alike = `
    select ${columns.join(', ')}, sum(f.num) as num, sum(f.den) as den, count(*) as rows
    from ${beside.length ? 'f' : `(${facts}) f`} group by ${columns.join(', ')}`;
  const sums = (by: string) => `
    select ${by}, coalesce(sum(f.num) filter (where f.excluded is null), 0) as num,
           coalesce(sum(f.den) filter (where f.excluded is null), 0) as den, sum(f.rows) as rows
    from (${alike}) f
    cross join lateral (values ${groups.join(', ')}) g(kpi, dim, key)
    where (g.dim = 'excluded') = (f.excluded is not null) and $3::date is not null
    group by ${by}`;
  const own = together.filter(isSplitByChannel).map((k) => k.code);
  const relations = beside.length ? [`f as materialized (${facts})`] : [];
  if (own.length) {
    relations.push(
      `s as materialized (${sums('g.kpi, f.channel, g.dim, f.day, g.key')})`,
      `kept as (insert into app.channel_partials (tenant_id, kpi, channel, dim, day, key, num, den, rows)
         select $1, kpi, channel, dim, day, key, num, den, rows from s
         where channel is not null and kpi in ('${own.join("', '")}'))`,
    );
  }
  const all = own.length
    ? 'select kpi, dim, day, key, sum(num) as num, sum(den) as den, sum(rows) as rows from s group by kpi, dim, day, key'
    : sums('g.kpi, g.dim, f.day, g.key');
  return `
    ${relations.length ? `with ${relations.join(', ')}` : ''}
    insert into app.partials (tenant_id, kpi, dim, day, key, num, den, rows)
    select $1, a.kpi, a.dim, a.day, a.key, a.num, a.den, a.rows from (${all}) a
    ${beside.join('\n')}`;
}

/** Computes the partials of these days anew from the records, of KPIs of the same facts. Days without facts end without partials. */
export async function refreshPartials(
  work: Work,
  together: readonly KpiDeclaration[],
  days: readonly Day[],
): Promise<void> {
  if (!days.length) return;
  const tenant = work.tenant.id;
  const [k] = together;
  if (k!.measure.distinctDays) return refreshEntities(work, k!, days);
  for (const table of ['partials', ...(together.some(isSplitByChannel) ? ['channel_partials'] : [])])
    await work.query(`delete from app.${table} where tenant_id = $1 and kpi = any($2) and day = any($3::date[])`, [
      tenant,
      together.map((one) => one.code),
      days,
    ]);
  await work.query(partialsSql(together), [tenant, days, today(work)]);
}
