import type { KpiDeclaration } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { refreshEntities } from './entities';
import { today } from './tenant-today';

/** Every dimension under which a KPI's facts are summed; '' is the whole. */
export const dimsOf = (k: KpiDeclaration): string[] => [...new Set(['', ...k.dims, k.measure.dim])];

/**
 * Sums the facts of some days by dimension and group; rows left out are counted under the dimension `excluded` by reason.
 * `offset 0` keeps a fact from being worked out once a dimension. $1 tenant, $2 days, $3 today, $4 KPI code.
 */
export function partialsSql(k: KpiDeclaration): string {
  const groups = (k.measure.distinctDays ? [] : dimsOf(k)).map((d) =>
    d === '' ? "('', '')" : `('${d}', coalesce(f.${d}::text, 'unknown'))`,
  );
  return `
    insert into app.partials (tenant_id, kpi, dim, day, key, num, den, rows)
    select $1, $4, g.dim, f.day, g.key,
           coalesce(sum(f.num) filter (where f.excluded is null), 0), coalesce(sum(f.den) filter (where f.excluded is null), 0), count(*)
    from (${k.facts} offset 0) f
    cross join lateral (values ${[...groups, "('excluded', f.excluded)"].join(', ')}) g(dim, key)
    where (g.dim = 'excluded') = (f.excluded is not null) and $3::date is not null
    group by g.dim, f.day, g.key`;
}

/** Computes a KPI's partials of these days anew from the records. Days without facts end without partials. */
export async function refreshPartials(work: Work, k: KpiDeclaration, days: readonly Day[]): Promise<void> {
  if (!days.length) return;
  const tenant = work.tenant.id;
  const kept = k.measure.distinctDays ? "and dim = 'excluded'" : '';
  await work.query(`delete from app.partials where tenant_id = $1 and kpi = $2 and day = any($3::date[]) ${kept}`, [
    tenant,
    k.code,
    days,
  ]);
  await work.query(partialsSql(k), [tenant, days, today(work), k.code]);
  if (k.measure.distinctDays) await refreshEntities(work, k, days);
}
