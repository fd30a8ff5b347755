import type { FinishContext, Group, KpiDeclaration, NullReason, WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { addDays, type Day, dayRange, daysBetween } from '@/lib/day';
import type { Work } from '../work';

/** A measurement as it is computed, before it is stored. */
export interface Measured {
  day: Day;
  value: number | null;
  reason: NullReason | null;
  numerator: number;
  denominator: number;
  sample: number;
  companions: Record<string, number | null>;
  excluded: Record<string, number>;
  caveats: string[];
}

interface PartialRow extends Group {
  dim: string;
  key: string;
  day: Day;
}

/** Excluded reasons that mean a row lacks an attribute; above a fifth of the rows the value says so instead. */
const attributeReasons = new Set(['no_promise', 'no_customer', 'amount_missing']);

/** Running sums by group that rows enter and leave; exact, as everything is an integer. */
class RunningSums {
  readonly groups = new Map<string, Group>();
  readonly excluded = new Map<string, number>();

  add(row: PartialRow, sign: 1 | -1): void {
    if (row.dim === 'excluded') {
      const n = (this.excluded.get(row.key) ?? 0) + sign * row.rows;
      if (n) this.excluded.set(row.key, n);
      else this.excluded.delete(row.key);
      return;
    }
    const g = this.groups.get(row.key) ?? { num: 0, den: 0, rows: 0 };
    const sum = { num: g.num + sign * row.num, den: g.den + sign * row.den, rows: g.rows + sign * row.rows };
    if (sum.num || sum.den || sum.rows) this.groups.set(row.key, sum);
    else this.groups.delete(row.key);
  }
}

/** Turns the sums of a window into a measurement: the kind's figure, or null with the reason. */
export function finish(k: KpiDeclaration, day: Day, sums: RunningSums, context: FinishContext): Measured {
  const excluded = Object.fromEntries([...sums.excluded].sort());
  const { numeratorKey: _key, ...done } = k.measure.finish(sums.groups, context);
  const base = { ...done, day, excluded, reason: done.reason ?? null };
  if (done.value === null) return base;
  const lacking = Object.entries(excluded).reduce((n, [why, count]) => n + (attributeReasons.has(why) ? count : 0), 0);
  const counted = [...sums.groups.values()].reduce((n, g) => n + g.rows, 0);
  if (k.minSample > 1 && done.sample < k.minSample) return { ...base, value: null, reason: 'sample_too_small' };
  if (!k.measure.distinctDays && lacking > 0.2 * (lacking + counted))
    return { ...base, value: null, reason: 'unknown_attribute' };
  return base;
}

/**
 * Measures one window of a KPI for every day from `from` to `to`: one query for the sums of the first window, one for the
 * days that enter and leave after it.
 */
export async function measureDays(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  from: Day,
  to: Day,
  context: { sources: number; firstDay: Day },
): Promise<Measured[]> {
  const cumulative = Boolean(k.measure.distinctDays);
  const start = (day: Day, dim: string) => (cumulative && dim !== 'excluded' ? '0001-01-01' : windowFrom(window, day));
  const args = [work.tenant.id, k.code, k.measure.dim, windowFrom(window, from), from, cumulative];
  const sums = new RunningSums();
  const seed = await work.query<PartialRow>(
    `select dim, key, sum(num)::bigint as num, sum(den)::bigint as den, sum(rows)::bigint as rows from app.partials
     where tenant_id = $1 and kpi = $2 and dim in ($3, 'excluded') and day <= $5
       and (day >= $4 or ($6 and dim <> 'excluded')) group by dim, key`,
    args,
  );
  for (const row of seed) sums.add(row, 1);
  const byDay = new Map<Day, PartialRow[]>();
  if (to > from) {
    const rows = await work.query<PartialRow>(
      `select dim, key, day, num, den, rows from app.partials
       where tenant_id = $1 and kpi = $2 and dim in ($3, 'excluded') and day between $4 and $5`,
      [work.tenant.id, k.code, k.measure.dim, windowFrom(window, from), to],
    );
    for (const row of rows) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
  }
  return dayRange(from, to).map((day) => {
    if (day > from) {
      for (const row of byDay.get(day) ?? []) sums.add(row, 1);
      for (let d = windowFrom(window, addDays(day, -1)); d < windowFrom(window, day); d = addDays(d, 1)) {
        for (const row of byDay.get(d) ?? []) if (start(day, row.dim) > d) sums.add(row, -1);
      }
    }
    return finish(k, day, sums, { sources: context.sources, historyDays: daysBetween(context.firstDay, day) + 1 });
  });
}
