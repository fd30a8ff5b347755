import { type Figure, type Group, isSplitByChannel, type KpiDeclaration, type WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import type { Day } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { dayAsked } from './data-day';
import {
  compared,
  comparisonDay,
  kpiNamed,
  measuredDay,
  type PastValue,
  pastOf,
  type Reading,
  readingsOn,
  windowNamed,
  yearBefore,
} from './reading';
import { channelGroups } from './within-channels';

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

/** A KPI on a day with what it was a year earlier, the figures beside it, and broken down by one of its dimensions when asked. */
export async function readKpi(
  work: Work,
  input: { kpi: string; at?: string; window?: string; by?: string },
): Promise<Reading & { lastYear: PastValue; figures: Figure[]; by?: Breakdown }> {
  const k = kpiNamed(work, input.kpi);
  const window = windowNamed(k, input.window);
  const at = await dayAsked(work, input.at);
  const before = comparisonDay(at);
  const year = yearBefore(at);
  const { days } = await readingsOn(work, [at, before, year], [{ k, window }]);
  const reading = compared(days.get(at)!, days.get(before)!)[0]!;
  const measured = k.beside || input.by !== undefined ? await measuredDay(work, k, window, at) : at;
  // A value that is empty for lack of feeds has nothing beside it either.
  const figures = reading.reason === 'feed_missing' ? [] : await figuresBeside(work, k, window, measured);
  const lastYear = pastOf(days.get(year)![0]!, reading);
  const read = { ...reading, lastYear, figures };
  return input.by === undefined ? read : { ...read, by: await breakdown(work, k, window, measured, input.by) };
}

async function figuresBeside(work: Work, k: KpiDeclaration, window: WindowId, at: Day): Promise<Figure[]> {
  if (!k.beside) return [];
  const [row] = await work.query<{ feeds: string[] | null }>(
    "select array_agg(distinct feed_id::text) as feeds from app.feed_records where tenant_id = $1 and record <> 'fx_rate'",
    [work.tenant.id],
  );
  const figures: Figure[] = [];
  for (const { dim, sums, over, figures: of } of k.beside) {
    // Of the reader's channels there are the facts' own dimensions of one window, and nothing else.
    if (work.limits.channels !== null && (sums !== undefined || over === 'history' || !isSplitByChannel(k))) continue;
    const rows = over === 'history' ? await sumsUntil(work, k, at, dim) : await sumsBy(work, k, window, at, dim);
    figures.push(...of(new Map(rows.map((r) => [r.key, r])), { at, feeds: row?.feeds ?? [] }));
  }
  return figures;
}

/** Sums of a window by one dimension, largest first: of the whole firm, or of the reader's channels. */
export const sumsBy = async (work: Work, k: KpiDeclaration, window: WindowId, at: Day, dim: string) =>
  work.limits.channels === null
    ? sumsBetween(work, k, windowFrom(window, at), at, dim)
    : channelGroups(work, k, window, at, dim);

const sumsUntil = (work: Work, k: KpiDeclaration, at: Day, dim: string) => sumsBetween(work, k, '0001-01-01', at, dim);

const sumsBetween = (work: Work, k: KpiDeclaration, from: Day, to: Day, dim: string) =>
  work.query<Group & { key: string }>(
    `select key, sum(num)::bigint as num, sum(den)::bigint as den, sum(rows)::bigint as rows from app.partials
     where tenant_id = $1 and kpi = $2 and dim = $3 and day between $4 and $5 group by key order by sum(den) desc, key`,
    [work.tenant.id, k.code, dim, from, to],
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
