import { type EvidenceColumn, type KpiDeclaration, spillOf, type WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { addDays, type Day, dayRange, isDay } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { dayAsked } from './data-day';
import { sumsBy } from './read-kpi';
import { kpiNamed, measuredDay, type Reading, readingsOn, windowNamed } from './reading';
import { today } from './tenant-today';
import { channelSums, factsSeen } from './within-channels';

export type EvidencePart = 'numerator' | 'denominator' | 'excluded';

export interface Evidence {
  columns: readonly EvidenceColumn[];
  /** Each row: day, record, feed_id, source_id, num, den, excluded (reason or null) and the columns. */
  rows: Record<string, unknown>[];
  next: string | null;
  totals: { numerator: number; denominator: number; rows: number; excluded: Record<string, number> };
  /** Whether the totals of the rows are those of the stored value. */
  reconciles: boolean;
}

/** Which facts belong to a part. Of a share, the numerator is the largest group's rows; of a coverage or rate, those that count. */
const partOf: Record<EvidencePart, string> = {
  numerator: 'f.excluded is null and f.num <> 0',
  denominator: 'f.excluded is null',
  excluded: 'f.excluded is not null',
};

/**
 * The rows behind a value, newest day first, straight from the predicate that computed it. Totals come from the sums by
 * day, and must be those of the stored measurement.
 */
export async function readEvidence(
  work: Work,
  input: {
    kpi: string;
    at?: string;
    window?: string;
    part?: string;
    dim?: string;
    key?: string;
    cursor?: string;
    limit?: number;
  },
): Promise<Evidence> {
  work.require('measurement.read');
  const k = kpiNamed(work, input.kpi);
  const window = windowNamed(k, input.window);
  const asked = await dayAsked(work, input.at);
  const at = await measuredDay(work, k, window, asked);
  const part = (input.part ?? 'denominator') as EvidencePart;
  if (!Object.hasOwn(partOf, part)) throw new Refusal('unknown_part', 422, { part: String(input.part) }, 'part');
  const dims = [...new Set([...k.dims, k.measure.dim, 'excluded'])].filter(Boolean);
  if (input.dim !== undefined && !dims.includes(input.dim)) {
    throw new Refusal('unknown_dimension', 422, { dim: input.dim, dims: dims.join(', ') }, 'dim');
  }
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 1000);
  const [cursorDay, cursorId] = parseCursor(input.cursor);
  // Not every predicate asks for today; a parameter that nothing uses would have no type.
  const conditions = [partOf[part], '$3::date is not null'];
  const params: unknown[] = [work.tenant.id, [], today(work), cursorDay, cursorId, limit + 1];
  if (input.dim && input.key !== undefined) {
    params.push(input.key);
    conditions.push(`coalesce(f.${input.dim}::text, 'unknown') = $7`);
  }
  const facts = factsSeen(work, k, params);
  const narrower = part === 'numerator' ? await numeratorCondition(work, k, window, at, params) : null;
  if (narrower) conditions.push(narrower);
  const dim = k.measure.dim;
  const key = keySql(dim);
  const rows: Record<string, unknown>[] = [];
  for (const days of daysBackwards(windowFrom(window, at), cursorDay && cursorDay < at ? cursorDay : at)) {
    params[1] = days;
    params[5] = limit + 1 - rows.length;
    rows.push(
      ...(await work.query(
        `select f.* from (${facts}) f
         where ${conditions.join(' and ')} and ($4::date is null or (f.day, ${key}) < ($4::date, $5))
         order by f.day desc, ${key} desc limit $6`,
        params,
      )),
    );
    if (rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const { totals, reconciles } = await totalsOf(work, k, window, at, asked);
  return {
    columns: k.evidence,
    rows: page,
    next: rows.length > limit && last ? `${last.day}~${keyOf(last, dim)}` : null,
    totals,
    reconciles,
  };
}

/**
 * What the numerator asks beyond a fact that counts: the rows of the largest group, of a share; the entities that occur
 * at least twice in the window, of a repeat rate. Null where every counted fact says it by itself.
 */
async function numeratorCondition(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  params: unknown[],
): Promise<string | null> {
  if (k.measure.distinctDays) {
    params.push(k.code, windowFrom(window, at), at);
    const n = params.length;
    return `f.entity in (select e.entity from app.entity_days e where e.tenant_id = $1 and e.kpi = $${n - 2}
      and e.day between $${n - 1}::date and $${n}::date group by e.entity having sum(e.n) >= 2)`;
  }
  if (k.measure.kind !== 'concentration') return null;
  const sums = await sumsBy(work, k, window, at, k.measure.dim);
  const groups = new Map(sums.map((s) => [s.key, s]));
  const { numeratorKey } = k.measure.finish(groups, { sources: 0, historyDays: 0 });
  if (numeratorKey === undefined) return null;
  params.push(numeratorKey);
  return `coalesce(f.${k.measure.dim}::text, 'unknown') = $${params.length}`;
}

/** What tells facts of one day apart: the row, and the group of the measure, as one row may stand in several. */
const keySql = (dim: string): string =>
  `(f.record || '/' || f.feed_id || '/' || f.source_id${dim ? ` || '/' || coalesce(f.${dim}::text, '')` : ''}) collate "C"`;
const keyOf = (row: Record<string, unknown>, dim: string): string =>
  [row.record, row.feed_id, row.source_id, ...(dim ? [row[dim] ?? ''] : [])].join('/');

function parseCursor(cursor: string | undefined): [Day | null, string] {
  if (!cursor) return [null, ''];
  const match = /^(\d{4}-\d{2}-\d{2})~(.+)$/s.exec(cursor);
  if (!match || !isDay(match[1]!) || cursor.includes('\0')) throw new Refusal('bad_cursor', 422, {}, 'cursor');
  return [match[1]!, match[2]!];
}

/** The days of a window in steps that grow, newest first, so that a page is found without reading the whole window. */
function* daysBackwards(from: Day, to: Day): Generator<Day[]> {
  const days = dayRange(from, to).reverse();
  for (let start = 0, size = 1; start < days.length; start += size, size = Math.min(size * 4, 64)) {
    yield days.slice(start, start + size);
  }
}

async function totalsOf(work: Work, k: KpiDeclaration, window: WindowId, at: Day, asked: Day) {
  const reading = (await readingsOn(work, [asked], [{ k, window }])).get(asked)![0]!;
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
