import type { ChangeLine } from '@/emails/digest-props';
import type { KpiDeclaration } from '@/kpis/kpi';
import { readKpi } from '../../measurements/read-kpi';
import type { Reading } from '../../measurements/reading';
import type { Work } from '../../work';

export interface GroupRow {
  key: string;
  value: number | null;
  numerator: number;
  denominator: number;
}

/** Dimensions whose groups are outcomes of the measured thing itself: they restate the change and explain nothing. */
const outcomes = new Set(['missing', 'cause', 'why', 'resource_kind']);

/**
 * A group is named when at least a third of all movement is its own. Less, and three others may have moved as much: to
 * name one would send its reader to the wrong door.
 */
const least = 1 / 3;

const total = (rows: GroupRow[], of: 'numerator' | 'denominator') => rows.reduce((sum, row) => sum + row[of], 0);

/**
 * How much each group moved the whole. Of a rate: its share of the rows times its distance from the old whole, now less
 * before; these add up to the whole's change. Of a concentration: the change of its share.
 */
export function contributions(
  kind: KpiDeclaration['measure']['kind'],
  before: GroupRow[],
  now: GroupRow[],
): Map<string, number> {
  const keys = new Set([...before, ...now].map((row) => row.key));
  const find = (rows: GroupRow[], key: string) => rows.find((row) => row.key === key);
  const result = new Map<string, number>();
  if (kind === 'coverage') {
    for (const key of keys) result.set(key, (find(now, key)?.value ?? 0) - (find(before, key)?.value ?? 0));
    return result;
  }
  const part = kind === 'concentration' ? 'numerator' : 'denominator';
  const [all0, all1] = [total(before, part) || 1, total(now, part) || 1];
  const whole = total(before, 'numerator') / (total(before, 'denominator') || 1);
  for (const key of keys) {
    const share = (row: GroupRow | undefined, all: number): number => {
      if (!row) return 0;
      if (kind === 'concentration') return row.numerator / all;
      return row.denominator > 0 ? (row.denominator / all) * (row.numerator / row.denominator - whole) : 0;
    };
    result.set(key, share(find(now, key), all1) - share(find(before, key), all0));
  }
  return result;
}

/** The group with the largest part in the change; null when none stands out that has moved it the way it went. */
export function mainGroup(
  kind: KpiDeclaration['measure']['kind'],
  before: GroupRow[],
  now: GroupRow[],
  direction: 1 | -1 | 0,
): { key: string; weight: number } | null {
  let best: { key: string; weight: number } | null = null;
  const all = contributions(kind, before, now);
  const sum = [...all.values()].reduce((s, n) => s + Math.abs(n), 0);
  for (const [key, amount] of all) {
    if (sum === 0 || (direction !== 0 && Math.sign(amount) !== direction)) continue;
    const weight = Math.abs(amount) / sum;
    if (weight < least) continue;
    if (!best || weight > best.weight) best = { key, weight };
  }
  return best;
}

/**
 * Whether a group of a rate moved the whole by its own value or by its share of the rows. What it contributed is the sum of
 * both: the change of its value at its mean share, and the change of its share at the mean distance of its value from the old
 * whole. A group that came or went has no two values to compare: it is told by value, from or to nothing.
 */
export function movedBy(before: GroupRow[], now: GroupRow[], key: string): 'value' | 'share' {
  const [was, is] = [before, now].map((rows) => rows.find((row) => row.key === key));
  if (!was?.denominator || !is?.denominator) return 'value';
  const whole = total(before, 'numerator') / total(before, 'denominator');
  const [v0, v1] = [was.numerator / was.denominator, is.numerator / is.denominator];
  const [s0, s1] = [was.denominator / total(before, 'denominator'), is.denominator / total(now, 'denominator')];
  const byValue = ((s0 + s1) / 2) * (v1 - v0);
  const byShare = (s1 - s0) * ((v0 + v1) / 2 - whole);
  return Math.abs(byValue) >= Math.abs(byShare) ? 'value' : 'share';
}

/** A group's figures before and now: its own value, or its share where that is what moved. */
function told(
  kpi: KpiDeclaration,
  before: GroupRow[],
  now: GroupRow[],
  key: string,
): Pick<NonNullable<ChangeLine['cause']>, 'of' | 'from' | 'to'> {
  const { kind } = kpi.measure;
  const find = (rows: GroupRow[]) => rows.find((row) => row.key === key);
  if (kind === 'coverage' || (kind !== 'concentration' && movedBy(before, now, key) === 'value'))
    return { of: 'value', from: find(before)?.value ?? null, to: find(now)?.value ?? null };
  const part = kind === 'concentration' ? 'numerator' : 'denominator';
  const share = (rows: GroupRow[]) => (100 * (find(rows)?.[part] ?? 0)) / (total(rows, part) || 1);
  return { of: 'share', from: share(before), to: share(now) };
}

/** What most likely moved a KPI: the group, in any of its dimensions, that carries the largest part of the change. */
export async function causeOf(
  work: Work,
  kpi: KpiDeclaration,
  reading: Reading & { value: number; previous: { day: string; value: number } },
): Promise<ChangeLine['cause']> {
  const kind = kpi.measure.kind;
  // A concentration rises when the largest grow: any share that moved may be the cause.
  const direction = kind === 'concentration' ? 0 : (Math.sign(reading.value - reading.previous.value) as 1 | -1);
  let best: { weight: number; cause: NonNullable<ChangeLine['cause']> } | null = null;
  for (const dimension of kpi.dims.filter((dim) => !outcomes.has(dim))) {
    const rowsAt = async (at: string): Promise<GroupRow[]> =>
      (await readKpi(work, { kpi: kpi.code, at, window: reading.window, by: dimension })).by?.rows ?? [];
    const [before, now] = [await rowsAt(reading.previous.day), await rowsAt(reading.at)];
    if (new Set([...before, ...now].map((row) => row.key)).size < 2) continue;
    // The index of silos falls when the coverage of its pairs rises.
    const main = mainGroup(kind, before, now, kind === 'coverage' ? (-direction as 1 | -1) : direction);
    if (!main || (best && best.weight >= main.weight)) continue;
    best = { weight: main.weight, cause: { dimension, key: main.key, ...told(kpi, before, now, main.key) } };
  }
  return best?.cause ?? null;
}
