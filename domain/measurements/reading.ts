import type { KpiDeclaration, Mechanism, NullReason, Unit, WindowId } from '@/kpis/kpi';
import { scoreOf } from '@/kpis/score';
import { wilson } from '@/kpis/wilson';
import { addDays, type Day, daysBetween, localDay } from '@/lib/day';
import { notFound, Refusal } from '../errors';
import { findKpiSeen, kpisSeen } from '../limits/limited';
import type { Work } from '../work';
import { fedUntil, lacks, type Marks, marksSql, staleAfterDays } from './fed';
import { measuredWithin } from './within-channels';

export type ReadingStatus = 'provisional' | 'final' | 'restated' | 'stale' | 'empty';

/** What a measurement was on an earlier day; null: it had no value. */
export interface PastValue {
  day: Day;
  value: number | null;
}

/** A measurement as people read it. */
export interface Reading {
  kpi: string;
  id: string;
  mechanism: Mechanism;
  window: WindowId;
  at: Day;
  value: number | null;
  reason: NullReason | null;
  unit: Unit;
  numerator: number;
  denominator: number;
  sample: number;
  /** Wilson 95 % interval of a rate, in the KPI's unit; also of one that too few rows leave without a value. */
  interval: [number, number] | null;
  companions: Record<string, number | null>;
  excluded: Record<string, number>;
  caveats: string[];
  status: ReadingStatus;
  /** When it was computed. */
  asOf: Date | null;
  /** Up to when the feeds it needs have delivered. */
  watermark: Date | null;
  score: number | null;
  /** The last value of a KPI that is empty because its feeds fell silent: what is gone must not better what is made of it. */
  lapsed: number | null;
  definition: number;
  /** 28 days earlier. */
  previous: PastValue | null;
  /** value − previous, in the KPI's unit; null without either. */
  change: number | null;
}

/** How long a stale value stands. */
const staleForDays = 7;
/** What a value is compared with: the same measure this many days earlier. */
const comparisonDays = 28;

/** The KPI of that slug or code; refuses an unknown one, and one of a mechanism that the reader does not see. */
export function kpiNamed(work: Pick<Work, 'limits'>, name: string): KpiDeclaration {
  const found = findKpiSeen(work, name);
  if (!found) throw notFound('kpi');
  return found;
}

/** The window of that name, if the KPI is measured over it; the headline's without a name. */
export function windowNamed(k: KpiDeclaration, window?: string): WindowId {
  if (window === undefined) return k.windows[0]!;
  const found = k.windows.find((w) => w === window);
  if (!found) throw new Refusal('unknown_window', 422, { window, windows: k.windows.join(', ') }, 'window');
  return found;
}

interface Row {
  kpi: string;
  wanted: Day;
  day: Day | null;
  value: number | null;
  reason: NullReason | null;
  numerator: number;
  denominator: number;
  sample: number;
  companions: Record<string, number | null>;
  excluded: Record<string, number>;
  caveats: string[];
  definition: number;
  as_of: Date;
  closed_at: Date | null;
  restated_at: Date | null;
  marks: Marks;
}

interface Asked {
  k: KpiDeclaration;
  window: WindowId;
}

/**
 * The readings of KPIs on several days, in one query. A day without a measurement takes the last before it: as stale for a
 * week after the feeds fell silent, then as empty, so that a feed that stops can never raise a score. Readers who are limited to
 * some channels get what the facts of these channels say, see `limitRows`.
 */
export async function readingsOn(
  work: Work,
  days: readonly Day[],
  asked: readonly Asked[] = kpisSeen(work).map((k) => ({ k, window: k.windows[0]! })),
): Promise<Map<Day, Reading[]>> {
  work.require('measurement.read');
  const rows = await work.query<Row>(
    `with marks as (${marksSql})
     select a.kpi, d.wanted, m.*, marks.marks
     from marks cross join unnest($2::text[], $3::text[]) with ordinality as a(kpi, win, n)
     cross join unnest($4::date[]) as d(wanted)
     left join lateral (
       select x.day, x.value, x.reason, x.numerator, x.denominator, x.sample, x.companions, x.excluded, x.caveats, x.definition,
              x.as_of, x.closed_at, x.restated_at
       from app.measurements x where x.tenant_id = $1 and x.kpi = a.kpi and x."window" = a.win and x.day <= d.wanted
       order by x.day desc limit 1) m on true
     order by d.wanted, a.n`,
    [work.tenant.id, asked.map((a) => a.k.code), asked.map((a) => a.window), [...new Set(days)]],
  );
  if (work.limits.channels !== null) await limitRows(work, asked, rows);
  const readings = new Map<Day, Reading[]>(days.map((day) => [day, []]));
  rows.forEach((row, i) => {
    const { k, window } = asked[i % asked.length]!;
    readings.get(row.wanted)!.push(toReading(k, window, row, work.tenant.zone));
  });
  return readings;
}

/** The day whose measurement stands for `at`: itself, or the last before it while a stale value stands. */
export async function measuredDay(work: Work, k: KpiDeclaration, window: WindowId, at: Day): Promise<Day> {
  const [row] = await work.query<{ day: Day | null }>(
    `select max(day) as day from app.measurements
     where tenant_id = $1 and kpi = $2 and "window" = $3 and day between $4 and $5`,
    [work.tenant.id, k.code, window, addDays(at, -staleAfterDays - staleForDays), at],
  );
  return row?.day ?? at;
}

/**
 * Puts in the place of firm-wide measurements those of the reader's channels, and nothing in the place of a KPI that cannot
 * be told by channel. How current the feeds are stays as it is.
 */
async function limitRows(work: Work, asked: readonly Asked[], rows: readonly Row[]): Promise<void> {
  for (const [n, { k, window }] of asked.entries()) {
    const mine = rows.filter((row, i) => i % asked.length === n && row.day !== null);
    const measured = await measuredWithin(
      work,
      k,
      window,
      mine.map((row) => row.day!),
    );
    mine.forEach((row, i) => {
      Object.assign(row, measured?.[i] ?? notTold, { restated_at: null });
    });
  }
}

/** What a reader gets of a measurement that rests on more than they see. */
const notTold: Pick<
  Row,
  'value' | 'reason' | 'numerator' | 'denominator' | 'sample' | 'companions' | 'excluded' | 'caveats'
> = {
  value: null,
  reason: 'limited',
  numerator: 0,
  denominator: 0,
  sample: 0,
  companions: {},
  excluded: {},
  caveats: [],
};

function toReading(k: KpiDeclaration, window: WindowId, row: Row, zone: string): Reading {
  const watermark = fedUntil(k, row.marks);
  const base = {
    kpi: k.code,
    id: k.id,
    mechanism: k.mechanism,
    window,
    at: row.wanted,
    unit: k.unit,
    watermark,
    definition: k.definition,
    previous: null,
    change: null,
  };
  const empty = (reason: NullReason): Reading => ({
    ...base,
    value: null,
    reason,
    numerator: 0,
    denominator: 0,
    sample: 0,
    interval: null,
    companions: {},
    excluded: {},
    caveats: [],
    status: 'empty',
    asOf: row.day ? row.as_of : null,
    score: null,
    lapsed: reason === 'feed_missing' && row.value !== null ? row.value : null,
  });
  if (lacks(k, row.marks)) return empty('feed_missing');
  if (!row.day) return empty('no_activity');
  const fed = watermark ? localDay(watermark, zone) : row.day;
  const behind = Math.max(daysBetween(row.day, row.wanted), daysBetween(fed, row.wanted));
  if (behind > staleAfterDays + staleForDays) return empty('feed_missing');
  const value = row.value;
  const told = value !== null || row.reason === 'sample_too_small';
  const rate = k.measure.interval && told ? wilson(row.numerator, row.denominator) : null;
  const status: ReadingStatus =
    value === null
      ? 'empty'
      : behind > staleAfterDays
        ? 'stale'
        : row.restated_at
          ? 'restated'
          : row.closed_at && !row.caveats.length
            ? 'final'
            : 'provisional';
  return {
    ...base,
    value,
    reason: row.reason,
    numerator: row.numerator,
    denominator: row.denominator,
    sample: row.sample,
    interval: rate ? [rate[0] * 100, rate[1] * 100] : null,
    companions: row.companions,
    excluded: row.excluded,
    caveats: row.caveats,
    status,
    asOf: row.as_of,
    definition: row.definition,
    score: value === null ? null : scoreOf(value, k.anchors),
    lapsed: null,
  };
}

/** Readings with what they were 28 days earlier. */
export function compared(now: readonly Reading[], before: readonly Reading[]): Reading[] {
  return now.map((reading) => {
    const past = before.find((b) => b.kpi === reading.kpi && b.window === reading.window);
    if (!past) return reading;
    const change = reading.value === null || past.value === null ? null : reading.value - past.value;
    return { ...reading, previous: { day: past.at, value: past.value }, change };
  });
}

export const comparisonDay = (at: Day): Day => addDays(at, -comparisonDays);

/** The same weekday a year earlier. */
export const yearBefore = (at: Day): Day => addDays(at, -364);
