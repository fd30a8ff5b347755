import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { type WeightSet, type WeightSetRow, weightSetColumns, weightSetFor } from './weight-set';

/**
 * The weights that were in force on each of these days, by day: of the versions that start on it or before, the last. Its cost does
 * not grow with the number of versions, as later ones are passed by their key.
 */
export async function weightsOn(work: Work, days: readonly Day[]): Promise<Map<Day, WeightSet>> {
  work.require('weight.read');
  const asked = [...new Set(days)];
  const rows = await work.query<WeightSetRow & { days: Day[] }>(
    `select ${weightSetColumns}, d.days from (
       select v.version as n, array_agg(d.day::text) as days from unnest($2::date[]) as d(day)
       cross join lateral (select x.version from app.weight_sets x where x.tenant_id = $1 and x.starts_on <= d.day
                           order by x.version desc limit 1) v
       group by v.version) d
     join app.weight_sets w on w.tenant_id = $1 and w.version = d.n`,
    [work.tenant.id, asked],
  );
  const none = weightSetFor(work);
  const sets = new Map<Day, WeightSet>(asked.map((day) => [day, none]));
  for (const { days: on, ...row } of rows) {
    const set = weightSetFor(work, row);
    for (const day of on) sets.set(day, set);
  }
  return sets;
}
