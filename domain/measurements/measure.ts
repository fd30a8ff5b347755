import type { FinishContext, Group, KpiDeclaration, NullReason, WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { addDays, type Day, dayRange, daysBetween } from '@/lib/day';
import { pairWeightsUntil } from '../pair-weights/pair-weights-until';
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
export class RunningSums {
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

/** A window of a KPI to measure on every day from `from` to `to`. */
export interface Span {
  k: KpiDeclaration;
  window: WindowId;
  from: Day;
  to: Day;
  /** The first day with facts. */
  firstDay: Day;
  /** Feeds that have delivered any record. */
  sources: number;
}

/** Days from which on sums by one dimension count: of running totals all that there are. */
const since = ({ k, window }: Span, dim: string, day: Day): Day =>
  k.measure.distinctDays && dim !== 'excluded' ? '0001-01-01' : windowFrom(window, day);

/** Measures windows of KPIs: one query for the sums of their first days, one for the days that enter and leave after them. */
export async function measureSpans(work: Work, spans: readonly Span[]): Promise<Measured[][]> {
  const sums = spans.map(() => new RunningSums());
  const byDay = spans.map(() => new Map<Day, PartialRow[]>());
  const seeds: Range[] = [];
  const moving: Range[] = [];
  spans.forEach((span, n) => {
    for (const dim of [span.k.measure.dim, 'excluded']) {
      const { from, to } = span;
      seeds.push({ n, span, dim, from: since(span, dim, from), to: from });
      const left = { n, span, dim, from: since(span, dim, from), to: addDays(since(span, dim, to), -1) };
      const entered = { n, span, dim, from: addDays(from, 1), to };
      const overlap = left.from <= left.to && left.to >= from;
      moving.push(...(overlap ? [{ ...left, to }] : [left, entered].filter((r) => r.from <= r.to)));
    }
  });
  for (const { n, ...row } of await sumsOf(work, seeds, false)) sums[n]!.add(row, 1);
  if (moving.length) {
    for (const { n, ...row } of await sumsOf(work, moving, true)) {
      const rows = byDay[n]!.get(row.day);
      if (rows) rows.push(row);
      else byDay[n]!.set(row.day, [row]);
    }
  }
  const weighed = spans.filter(({ k }) => k.measure.kind === 'coverage');
  const last = weighed
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const weightsOn = last === undefined ? () => undefined : await pairWeightsUntil(work, last);
  return spans.map((span, n) => measureSpan(span, sums[n]!, byDay[n]!, weightsOn));
}

interface Range {
  /** The span's place. */
  n: number;
  span: Span;
  dim: string;
  from: Day;
  to: Day;
}

/** Sums of ranges of days by group, or each day's on its own. */
const sumsOf = (work: Work, ranges: readonly Range[], daily: boolean) =>
  work.query<PartialRow & { n: number }>(
    `select a.n, a.dim, s.* from unnest($2::int[], $3::text[], $4::text[], $5::date[], $6::date[]) a(n, kpi, dim, first, last)
     cross join lateral (
       select p.key${daily ? ', p.day' : ''}, sum(p.num)::bigint as num, sum(p.den)::bigint as den, sum(p.rows)::bigint as rows
       from app.partials p where p.tenant_id = $1 and p.kpi = a.kpi and p.dim = a.dim and p.day between a.first and a.last
       group by p.key${daily ? ', p.day' : ''}) s`,
    [
      work.tenant.id,
      ranges.map((r) => r.n),
      ranges.map((r) => r.span.k.code),
      ranges.map((r) => r.dim),
      ranges.map((r) => r.from),
      ranges.map((r) => r.to),
    ],
  );

function measureSpan(
  span: Span,
  sums: RunningSums,
  byDay: ReadonlyMap<Day, readonly PartialRow[]>,
  weightsOn: (day: Day) => FinishContext['weights'],
): Measured[] {
  const { k, window, from, to } = span;
  return dayRange(from, to).map((day) => {
    if (day > from) {
      for (const row of byDay.get(day) ?? []) sums.add(row, 1);
      for (let d = windowFrom(window, addDays(day, -1)); d < windowFrom(window, day); d = addDays(d, 1)) {
        for (const row of byDay.get(d) ?? []) if (since(span, row.dim, day) > d) sums.add(row, -1);
      }
    }
    const weights = k.measure.kind === 'coverage' ? weightsOn(day) : undefined;
    return finish(k, day, sums, { sources: span.sources, historyDays: daysBetween(span.firstDay, day) + 1, weights });
  });
}
