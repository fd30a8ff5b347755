import type { KpiDeclaration, Mechanism, NullReason, Unit, WindowId } from '@/kpis/kpi';
import { scoreOf } from '@/kpis/score';
import { wilson } from '@/kpis/wilson';
import { windowFrom } from '@/kpis/window';
import { addDays, type Day, daysBetween, localDay } from '@/lib/day';
import type { AnchorSet } from '../anchors/anchor-set';
import { notFound, Refusal } from '../errors';
import { findKpiSeen, kpisSeen } from '../limits/limited';
import { type Rules, rulesOn } from '../rules/rules-on';
import type { Work } from '../work';
import { fedUntil, lacks, marksOf, staleAfterDays } from './fed';
import { measuredWithin } from './within-channels';

export type ReadingStatus = 'provisional' | 'final' | 'restated' | 'stale' | 'empty';

/** What a measurement was on an earlier day; null: it had no value, or none to hold a later one against. */
export interface PastValue {
  day: Day;
  value: number | null;
  /** The first day with data, where the window of `day` holds too few days since then to be compared. */
  begins: Day | null;
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
  /** By which it is scored: those in force on its day. */
  anchors: AnchorSet;
  /** The last value of a KPI that is empty because its feeds fell silent: what is gone must not better what is made of it. */
  lapsed: number | null;
  definition: number;
  /** The first day with data; null without any. */
  begins: Day | null;
  /** The share of the window's days since then. */
  covered: number;
  /** 28 days earlier. */
  previous: PastValue | null;
  /** value − previous, in the KPI's unit; null without either. */
  change: number | null;
}

/** How long a stale value stands. */
const staleForDays = 7;
/** What a value is compared with: the same measure this many days earlier. */
const comparisonDays = 28;
/**
 * Two windows are compared when the earlier one has data for at least this share of the days that the later one has data for:
 * a year against its first nine days tells when the firm joined, not how it fares.
 */
const comparableShare = 0.8;

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
  begins: Day | null;
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
}

interface Asked {
  k: KpiDeclaration;
  window: WindowId;
}

/**
 * The readings of KPIs on several days, in one query, and the rules of these days, by whose anchors they are scored. A day without a measurement takes the last before it: as stale for a
 * week after the feeds fell silent, then as empty, so that a feed that stops can never raise a score. Readers who are limited to
 * some channels get what the facts of these channels say, see `limitRows`.
 */
export async function readingsOn(
  work: Work,
  days: readonly Day[],
  asked: readonly Asked[] = kpisSeen(work).map((k) => ({ k, window: k.windows[0]! })),
): Promise<{ days: Map<Day, Reading[]>; rules: Map<Day, Rules> }> {
  work.require('measurement.read');
  const [marks, rows, rules] = await Promise.all([
    marksOf(work),
    work.query<Row>(
      `select a.kpi, d.wanted, b.begins, m.*
       from unnest($2::text[], $3::text[]) with ordinality as a(kpi, win, n)
       cross join lateral (
         select min(day) as begins from app.measurements where tenant_id = $1 and kpi = a.kpi and "window" = a.win) b
       cross join unnest($4::date[]) as d(wanted)
       left join lateral (
         select x.day, x.value, x.reason, x.numerator, x.denominator, x.sample, x.companions, x.excluded, x.caveats, x.definition,
                x.as_of, x.closed_at, x.restated_at
         from app.measurements x where x.tenant_id = $1 and x.kpi = a.kpi and x."window" = a.win and x.day <= d.wanted
         order by x.day desc limit 1) m on true
       order by d.wanted, a.n`,
      [work.tenant.id, asked.map((a) => a.k.code), asked.map((a) => a.window), [...new Set(days)]],
    ),
    rulesOn(work, days),
  ]);
  if (work.limits.channels !== null) await limitRows(work, asked, rows);
  const supplies = asked.map(({ k }): Supply => {
    const watermark = fedUntil(k, marks);
    return { lacking: lacks(k, marks), watermark, until: watermark && localDay(watermark, work.tenant.zone) };
  });
  const readings = new Map<Day, Reading[]>(days.map((day) => [day, []]));
  rows.forEach((row, i) => {
    const n = i % asked.length;
    readings.get(row.wanted)!.push(toReading(asked[n]!, supplies[n]!, row, rules.get(row.wanted)!));
  });
  return { days: readings, rules };
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

/** What a KPI's feeds have brought. */
interface Supply {
  /** A record that it needs has never come. */
  lacking: boolean;
  watermark: Date | null;
  /** The watermark's day in the tenant's zone. */
  until: Day | null;
}

const nothing = { value: null, numerator: 0, denominator: 0, sample: 0, companions: {}, excluded: {}, caveats: [] };

/** A home page asks for some hundred readings: they are made as one literal each, which is what engines are quick at. */
function toReading({ k, window }: Asked, supply: Supply, row: Row, rules: Rules): Reading {
  const anchors = rules.anchors.get(k.code)!;
  const behind = row.day
    ? Math.max(daysBetween(row.day, row.wanted), daysBetween(supply.until ?? row.day, row.wanted))
    : 0;
  const none: NullReason | null = supply.lacking
    ? 'feed_missing'
    : !row.day
      ? 'no_activity'
      : behind > staleAfterDays + staleForDays
        ? 'feed_missing'
        : null;
  const stands = none ? nothing : row;
  const { value } = stands;
  const told = value !== null || (!none && row.reason === 'sample_too_small');
  const rate = k.measure.interval && told ? wilson(row.numerator, row.denominator) : null;
  return {
    kpi: k.code,
    id: k.id,
    mechanism: k.mechanism,
    window,
    at: row.wanted,
    value,
    reason: none ?? row.reason,
    unit: k.unit,
    numerator: stands.numerator,
    denominator: stands.denominator,
    sample: stands.sample,
    interval: rate ? [rate[0] * 100, rate[1] * 100] : null,
    companions: stands.companions,
    excluded: stands.excluded,
    caveats: stands.caveats,
    status: statusOf(row, value, behind),
    asOf: row.day ? row.as_of : null,
    watermark: supply.watermark,
    score: value === null ? null : scoreOf(value, anchors.anchors),
    anchors,
    lapsed: none === 'feed_missing' ? row.value : null,
    definition: none ? k.definition : row.definition,
    begins: row.begins,
    covered: coveredOf(window, row.wanted, row.begins),
    previous: null,
    change: null,
  };
}

function statusOf(row: Row, value: number | null, behind: number): ReadingStatus {
  if (value === null) return 'empty';
  if (behind > staleAfterDays) return 'stale';
  if (row.restated_at) return 'restated';
  return row.closed_at && !row.caveats.length ? 'final' : 'provisional';
}

/** The share of the days of the window that ends on `day` since the data began. */
function coveredOf(window: WindowId, day: Day, begins: Day | null): number {
  if (begins === null || begins > day) return 0;
  const from = windowFrom(window, day);
  return begins <= from ? 1 : (daysBetween(begins, day) + 1) / (daysBetween(from, day) + 1);
}

/** Whether the window of an earlier reading has data for too few days to hold a later one against it. */
const isShort = (past: Reading, now: Reading): boolean => past.covered < comparableShare * now.covered;

/** An earlier reading as what a later one is held against. */
export function pastOf(past: Reading, now: Reading): PastValue {
  const short = past.value !== null && isShort(past, now);
  return short ? { day: past.at, value: null, begins: past.begins } : { day: past.at, value: past.value, begins: null };
}

/** Readings with what they were 28 days earlier. */
export function compared(now: readonly Reading[], before: readonly Reading[]): Reading[] {
  return now.map((reading) => {
    const past = before.find((b) => b.kpi === reading.kpi && b.window === reading.window);
    if (!past) return reading;
    const previous = pastOf(past, reading);
    const change = reading.value === null || previous.value === null ? null : reading.value - previous.value;
    return { ...reading, previous, change };
  });
}

/**
 * Why a score that is made of readings is not held against one of earlier readings: the first day with data of the KPI that began last, of
 * those that count now and whose earlier windows are too short. By the same rule as for values, or the score would tell when the firm
 * joined. null: they are held against each other.
 */
export function begunSince(now: readonly Reading[], before: readonly Reading[]): Day | null {
  const begun = now.flatMap((reading) => {
    const past = before.find((b) => b.kpi === reading.kpi);
    return reading.score !== null && past && isShort(past, reading) ? [reading.begins!] : [];
  });
  return begun.sort().at(-1) ?? null;
}

export const comparisonDay = (at: Day): Day => addDays(at, -comparisonDays);

/** The same weekday a year earlier. */
export const yearBefore = (at: Day): Day => addDays(at, -364);
