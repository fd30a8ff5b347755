import { type Group, type KpiDeclaration, spillOf, type WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { addDays, type Day } from '@/lib/day';
import type { Work } from '../work';
import { sumsBy } from './read-kpi';
import { type Reading, readingsOn } from './reading';
import { channelSums } from './within-channels';

/** What the facts of one group of a window sum up to; null where no group is asked for. */
export async function groupOf(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  { dim, key }: { dim?: string; key?: string },
): Promise<Group | null> {
  if (dim === undefined || key === undefined || !k.dims.includes(dim)) return null;
  const found = (await sumsBy(work, k, window, at, dim)).find((group) => group.key === key);
  return { num: found?.num ?? 0, den: found?.den ?? 0, rows: found?.rows ?? 0 };
}

/** What a window's rows sum up to, from the sums by day, and whether these are the sums of the stored value. */
export async function totalsOf(work: Work, k: KpiDeclaration, window: WindowId, at: Day, asked: Day) {
  const { days } = await readingsOn(work, [asked], [{ k, window }]);
  const reading = days.get(asked)![0]!;
  // Rows that changed since the value was computed are not the value's rows.
  const waiting = await work.query(
    'select from app.dirty_days where tenant_id = $1 and record = any($2) and day between $3 and $4 limit 1',
    [work.tenant.id, k.follows, addDays(windowFrom(window, at), -spillOf(k)), at],
  );
  if (work.limits.channels !== null) return totalsWithin(work, k, window, at, reading, waiting.length > 0);
  const cumulative = Boolean(k.measure.distinctDays);
  const sums = await work.query<{ key: string; dim: string; num: number; den: number; rows: number }>(
    `select dim, case when dim = 'excluded' then key else '' end as key, sum(num)::bigint as num, sum(den)::bigint as den, sum(rows)::bigint as rows
     from app.partials where tenant_id = $1 and kpi = $2 and dim in ('', 'excluded') and day <= $4 and (day >= $3 or ($5 and dim = ''))
     group by 1, 2`,
    [work.tenant.id, k.code, windowFrom(window, at), at, cumulative],
  );
  const all = sums.find((s) => s.dim === '') ?? { num: 0, den: 0, rows: 0 };
  const excluded = Object.fromEntries(sums.filter((s) => s.dim === 'excluded').map((s) => [s.key, s.rows]));
  const share = k.measure.kind === 'concentration';
  const totals = {
    numerator: share ? reading.numerator : all.num,
    denominator: all.den,
    rows: cumulative ? reading.sample : all.rows,
    excluded,
  };
  const same =
    JSON.stringify(Object.entries(excluded).sort()) === JSON.stringify(Object.entries(reading.excluded).sort());
  const clamped = reading.caveats.includes('negative_groups');
  const reconciles =
    !waiting.length &&
    reading.definition === k.definition &&
    same &&
    (clamped || all.den === reading.denominator) &&
    (share || all.num === reading.numerator);
  return { totals, reconciles: reading.asOf === null ? all.rows === 0 : reconciles };
}

/** The totals of the reader's channels. */
async function totalsWithin(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  reading: Reading,
  waiting: boolean,
) {
  const sums = await channelSums(work, k, [''], windowFrom(window, at), at);
  const all = (of: 'num' | 'den' | 'rows') => sums.reduce((sum, s) => sum + s[of], 0);
  const share = k.measure.kind === 'concentration';
  const numerator = share ? reading.numerator : all('num');
  const totals = { numerator, denominator: all('den'), rows: all('rows'), excluded: reading.excluded };
  const clamped = reading.caveats.includes('negative_groups');
  const same =
    reading.value === null ||
    ((clamped || totals.denominator === reading.denominator) && numerator === reading.numerator);
  return { totals, reconciles: same && !waiting };
}
