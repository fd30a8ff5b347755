/** The contract of a KPI: one file declares it, everything else (value, rows, recompute, chart, mail line, tests) derives. */
import type { Day } from '../lib/day';
import type { Title } from '../records/record';

export type Mechanism = 'data-driven' | 'collaboration' | 'ecosystem';
export const mechanisms: readonly Mechanism[] = ['data-driven', 'collaboration', 'ecosystem'];

/** `28d`, `365d`: trailing days that end with the day. `month`: from the first of the day's month to the day. */
export type WindowId = '28d' | 'month' | '365d';

/** `%`: 0–100. `ratio`: 0–1. `points`: 0–10,000 (Herfindahl–Hirschman). */
export type Unit = '%' | 'ratio' | 'points';

/** What a value scores, in the KPI's unit: 0 at floor, 60 at pass, 100 at target. */
export interface Anchors {
  floor: number;
  pass: number;
  target: number;
}

/** S: a source says so, V: a vendor's claim, P: our own default, M: from memory. Only S may be called a benchmark; in place of the others a firm may set its own. */
export type Basis = 'S' | 'V' | 'P' | 'M';

export type NullReason =
  | 'feed_missing'
  | 'no_activity'
  | 'sample_too_small'
  | 'not_applicable'
  | 'unknown_attribute'
  | 'single_source'
  /** It can be told for the whole firm only, and the reader is limited to some channels. */
  | 'limited';

/** Sums over some days of the facts that fall in one group. Exact integers (counts or minor units). */
export interface Group {
  num: number;
  den: number;
  rows: number;
}

export interface FinishContext {
  /** Feeds of the tenant that have delivered any record. */
  sources: number;
  /** Days from the first day with facts to the measured day. */
  historyDays: number;
  /** Of a coverage: what the firm has its groups weigh on the measured day, by key; those not named weigh 1. */
  weights?: Readonly<Record<string, number>>;
}

/** What a formula kind makes of the groups of a window. */
export interface Finished {
  value: number | null;
  reason?: NullReason;
  numerator: number;
  denominator: number;
  /** How many rows (or customers) the value rests on. */
  sample: number;
  companions: Record<string, number | null>;
  /** Reasons to keep the value provisional. */
  caveats: string[];
  /** The group that is the numerator, where one group is (the largest share). */
  numeratorKey?: string;
}

/** A formula kind. */
export interface Measure {
  kind: 'ratio' | 'concentration' | 'coverage' | 'repeat';
  /** The dimension whose groups the value is finished from; '' puts everything in one group. */
  dim: string;
  finish(groups: ReadonlyMap<string, Group>, context: FinishContext): Finished;
  /** What a breakdown row shows for one group, `all` being the whole. */
  ofGroup(group: Group, all: Group): number | null;
  /** A rate of so many in so many has a Wilson interval. */
  interval: boolean;
  /** Counts distinct entities over a trailing window of this many days; facts then carry `entity`. */
  distinctDays?: number;
  /**
   * With distinct entities: sums by dimension `again_<days>` and key `yyyy-mm` of how many occurred first in that month
   * (den, on the first day) and again within so many days (num, on that day).
   */
  againWithin?: readonly number[];
}

/** What figures beside the headline are counted in. `hours`: whole hours, rounded up. */
export type FigureUnit = Unit | 'hours' | 'count';

/** A figure beside the headline, with what it is made of. */
export interface Figure {
  /** Its name is in `words`, or in messages under `companion`. */
  name: string;
  /** Where there are several of one name (a node, a month): which. Such figures are rows of a table. */
  key?: string;
  value: number | null;
  unit: FigureUnit;
  /** It is so many of so many. */
  numerator?: number;
  denominator?: number;
  /** How many things a figure rests on that is no division. */
  sample?: number;
  /** What these things are, in the plural. */
  things?: Title;
  /** Time has still to pass before it can be compared. */
  provisional?: boolean;
}

export interface BesideContext {
  /** The day whose window is read. */
  at: Day;
  /** Ids of the feeds that have delivered any record, exchange rates aside. */
  feeds: readonly string[];
}

/** Figures from sums by a dimension over the window, or over all days up to its end. */
export interface Beside {
  /** A dimension of the facts or of the measure's own sums; with `sums`, a name of its own. */
  dim: string;
  /**
   * Where the facts' own num and den are not the ones: a SELECT that yields (day, key, num, den) for the parameters of
   * `facts`, from records or from the facts themselves, which are there as `f` with the rows left out.
   */
  sums?: string;
  over?: 'window' | 'history';
  figures(groups: ReadonlyMap<string, Group>, context: BesideContext): Figure[];
  examples: readonly {
    what: string;
    groups: Readonly<Record<string, Group>>;
    context?: Partial<BesideContext>;
    figures: readonly Partial<Figure>[];
  }[];
}

export interface EvidenceColumn {
  name: string;
  title: Title;
  /** minor: integer minor units of the reporting currency. */
  kind: 'text' | 'day' | 'instant' | 'minor' | 'number' | 'country' | 'code';
}

export interface Example {
  what: string;
  groups: Record<string, Group>;
  context?: Partial<FinishContext>;
  value: number | null;
  companions?: Record<string, number>;
}

export interface KpiDeclaration {
  code: string;
  id: string;
  mechanism: Mechanism;
  /** Group inside the mechanism for scoring; groups are what the declarations name. */
  group: string;
  title: Title;
  question: Title;
  /** The formula in words. */
  formula: Title;
  /** How the figures of `beside` are counted, in words, where their names do not say it. */
  formulaBeside?: Title;
  unit: Unit;
  direction: 'higher' | 'lower';
  anchors: Anchors;
  basis: Basis;
  /** Where the anchors come from. */
  benchmark: Title;
  /** The first is the headline. */
  windows: readonly WindowId[];
  /** Records whose changed days concern it, see Touch in records/record.ts. */
  follows: readonly string[];
  /** Records without which there is nothing to measure. */
  needs: readonly string[];
  /** How many days after its own a changed row may still change facts; by record where they differ. */
  spillDays: number | Readonly<Record<string, number>>;
  /** Reasons for leaving a row out, and groups of `beside`, that end by the passing of time alone (pending, not yet due). */
  waiting?: readonly string[];
  /** Days that late data has; after them a measurement becomes final. */
  latenessDays: number;
  /** Dimensions to break the value down by; columns of the facts. */
  dims: readonly string[];
  /**
   * The one predicate: a SELECT over records that yields (day, record, feed_id, source_id, num, den, excluded, the
   * dimensions, the evidence columns) for $1 tenant, $2 date[] days, $3 today. A row counts when `excluded` is null,
   * otherwise it names why it does not. Value and evidence both come from it, so they cannot disagree.
   */
  facts: string;
  measure: Measure;
  evidence: readonly EvidenceColumn[];
  /** Figures beside the headline; computed when the KPI is read. */
  beside?: readonly Beside[];
  /** What the definition names and no record can tell yet, in a sentence that says which field is missing. */
  unmeasured?: readonly Title[];
  /** Names of this KPI's own dimensions, reasons, figures and group keys that messages do not know. */
  words?: Readonly<Record<string, Title>>;
  /** Below this sample the value is null; 30 for rates. */
  minSample: number;
  /** Raised when the formula changes; kept with each measurement. */
  definition: number;
  examples: readonly Example[];
}

export const kpi = (declaration: KpiDeclaration): KpiDeclaration => declaration;

/** How many days after its own a changed row of that record may still change facts of the KPI; the most, without a record. */
export function spillOf(k: KpiDeclaration, record?: string): number {
  if (typeof k.spillDays === 'number') return k.spillDays;
  return record === undefined ? Math.max(0, ...Object.values(k.spillDays)) : (k.spillDays[record] ?? 0);
}

/** Whether a KPI can be worked out for some channels alone: each of its facts names its channel, and sums of channels add up. */
export const isSplitByChannel = (k: KpiDeclaration): boolean => k.dims.includes('channel') && !k.measure.distinctDays;
