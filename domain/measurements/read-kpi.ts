import type { Group, KpiDeclaration, WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import type { Day } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { dayAsked } from './data-day';
import { compared, comparisonDay, kpiNamed, measuredDay, type Reading, readingsOn, windowNamed } from './reading';

export interface Breakdown {
  dim: string;
  rows: {
    key: string;
    value: number | null;
    numerator: number;
    denominator: number;
    sample: number;
    share: number | null;
  }[];
}

/** A KPI on a day, and broken down by one of its dimensions when asked. */
export async function readKpi(
  work: Work,
  input: { kpi: string; at?: string; window?: string; by?: string },
): Promise<Reading & { by?: Breakdown }> {
  const k = kpiNamed(input.kpi);
  const window = windowNamed(k, input.window);
  const at = await dayAsked(work, input.at);
  const before = comparisonDay(at);
  const days = await readingsOn(work, [at, before], [{ k, window }]);
  const reading = compared(days.get(at)!, days.get(before)!)[0]!;
  const measured = k.beside || input.by !== undefined ? await measuredDay(work, k, window, at) : at;
  Object.assign(reading.companions, await figuresBeside(work, k, window, measured));
  return input.by === undefined ? reading : { ...reading, by: await breakdown(work, k, window, measured, input.by) };
}

async function figuresBeside(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
): Promise<Record<string, number | null>> {
  const figures: Record<string, number | null> = {};
  for (const { dim, figures: of } of k.beside ?? []) {
    const rows = await sumsBy(work, k, window, at, dim);
    Object.assign(figures, of(new Map(rows.map((r) => [r.key, r]))));
  }
  return figures;
}

const sumsBy = (work: Work, k: KpiDeclaration, window: WindowId, at: Day, dim: string) =>
  work.query<Group & { key: string }>(
    `select key, sum(num)::bigint as num, sum(den)::bigint as den, sum(rows)::bigint as rows from app.partials
     where tenant_id = $1 and kpi = $2 and dim = $3 and day between $4 and $5 group by key order by sum(den) desc, key`,
    [work.tenant.id, k.code, dim, windowFrom(window, at), at],
  );

/** Sums of the partials by one dimension: precomputed by day, so records are not read. Largest first. */
export async function breakdown(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  dim: string,
): Promise<Breakdown> {
  if (!k.dims.includes(dim)) throw new Refusal('unknown_dimension', 422, { dim, dims: k.dims.join(', ') }, 'by');
  const rows = await sumsBy(work, k, window, at, dim);
  const all = rows.reduce(
    (sum, r) => ({ num: sum.num + Math.max(r.num, 0), den: sum.den + r.den, rows: sum.rows + r.rows }),
    {
      num: 0,
      den: 0,
      rows: 0,
    },
  );
  return {
    dim,
    rows: rows.map((r) => ({
      key: r.key,
      value: k.measure.ofGroup(r, all),
      numerator: r.num,
      denominator: r.den,
      sample: r.rows,
      share: all.rows ? r.rows / all.rows : null,
    })),
  };
}
