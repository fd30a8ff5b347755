import { kpis } from '@/kpis/catalogue';
import { type KpiDeclaration, type Mechanism, mechanisms } from '@/kpis/kpi';
import { groupLevel, indexLevel } from '@/kpis/levels';
import { arithmeticMean, geometricMean, scoreOf } from '@/kpis/score';
import { equalWeights, timesEqual, type Weights } from '@/kpis/weights';
import type { Reading } from './reading';

/** A score made of others, with what it hides: its lowest, its spread, what is empty. */
export interface Composite {
  /** 0–100; null when too little of it is measured. */
  score: number | null;
  /** Why there is none. limited: it rests on more than the reader sees. */
  reason: 'insufficient_evidence' | 'limited' | null;
  /** Percent of the KPIs (by weight) that have a value. */
  coverage: number;
  lowest: { kpi: string; score: number } | null;
  /** Highest minus lowest KPI score. */
  spread: number | null;
  empty: number;
  worst: { kpi: string; score: number }[];
}

export interface MechanismScore extends Composite {
  mechanism: Mechanism;
  groups: (Composite & { group: string })[];
}

/** The readings that an index is made of: those of the mechanisms that have a score. */
export const madeInto = (mechanisms: readonly MechanismScore[], readings: readonly Reading[]): Reading[] =>
  readings.filter((r) => mechanisms.some((m) => m.mechanism === r.mechanism && m.score !== null));

/** Below this coverage, percent, there is no mechanism score. */
const enough = 60;

function around(readings: readonly Reading[], score: number | null, threshold: number, weights: Weights): Composite {
  const scored = readings
    .flatMap((r) => (r.score === null ? [] : [{ kpi: r.kpi, score: r.score }]))
    .sort((a, b) => a.score - b.score);
  const weight = (of: readonly Reading[]) => of.reduce((sum, r) => sum + weightIn(weights, r), 0);
  const coverage = readings.length ? (100 * weight(readings.filter((r) => r.score !== null))) / weight(readings) : 0;
  const kept = coverage >= threshold ? score : null;
  return {
    score: kept,
    reason: kept !== null ? null : readings.some((r) => r.reason === 'limited') ? 'limited' : 'insufficient_evidence',
    coverage,
    lowest: scored[0] ?? null,
    spread: scored.length ? scored.at(-1)!.score - scored[0]!.score : null,
    empty: readings.length - scored.length,
    worst: scored.slice(0, 5),
  };
}

export interface Scored {
  index: Composite;
  mechanisms: MechanismScore[];
}

/**
 * Scores from readings of all KPIs: weighted arithmetic mean inside a group, weighted geometric mean of max(score, 1) across groups
 * and across mechanisms. What is empty is not imputed: its weight moves to its siblings and coverage falls. Of what is
 * empty because its feeds fell silent, the last value counts where without it a score were higher: nobody gains by disconnecting.
 */
export function scoresOf(readings: readonly Reading[], weights: Weights = equalWeights): Scored {
  const now = joined(readings, weights);
  if (readings.every((r) => r.lapsed === null)) return now;
  const then = joined(
    readings.map((r) => (r.lapsed === null ? r : { ...r, score: scoreOf(r.lapsed, r.anchors.anchors) })),
    weights,
  );
  const capped = <T extends Composite>(one: T, before: Composite): T => ({
    ...one,
    score: one.score === null || before.score === null ? one.score : Math.min(one.score, before.score),
  });
  return {
    index: capped(now.index, then.index),
    mechanisms: now.mechanisms.map((m, i) => ({
      ...capped(m, then.mechanisms[i]!),
      groups: m.groups.map((g, j) => capped(g, then.mechanisms[i]!.groups[j]!)),
    })),
  };
}

const byCode = new Map(kpis.map((k) => [k.code, k]));
const kpiOf = (r: Reading): KpiDeclaration => byCode.get(r.kpi)!;

/**
 * What a KPI weighs beside the others, over all levels. It is counted in equal shares: a KPI is no less evidence for standing in
 * a group of many (docs/decisions/004), so with equal weights each counts as one.
 */
function weightIn(weights: Weights, r: Reading): number {
  const k = kpiOf(r);
  return (
    timesEqual(weights, indexLevel, k.mechanism) *
    timesEqual(weights, k.mechanism, k.group) *
    timesEqual(weights, groupLevel(k), k.code)
  );
}

/** What has a score, with its weight among the members of its level. */
const weighed = <T extends { score: number | null }>(
  parts: readonly T[],
  weights: Weights,
  level: string,
  member: (part: T) => string,
) =>
  parts.flatMap((part) =>
    part.score === null ? [] : [{ score: part.score, weight: timesEqual(weights, level, member(part)) }],
  );

function joined(readings: readonly Reading[], weights: Weights): Scored {
  const seen = mechanisms.filter((mechanism) => readings.some((r) => r.mechanism === mechanism));
  const parts = seen.map((mechanism): MechanismScore => {
    const mine = readings.filter((r) => r.mechanism === mechanism);
    const names = [...new Set(mine.map((r) => kpiOf(r).group))];
    const groups = names.map((group) => {
      const inside = mine.filter((r) => kpiOf(r).group === group);
      const scores = weighed(inside, weights, groupLevel({ mechanism, group }), (r) => r.kpi);
      return { group, ...around(inside, scores.length ? arithmeticMean(scores) : null, 0, weights) };
    });
    const counted = weighed(groups, weights, mechanism, (g) => g.group);
    return { mechanism, groups, ...around(mine, counted.length ? geometricMean(counted) : null, enough, weights) };
  });
  const counted = weighed(parts, weights, indexLevel, (m) => m.mechanism);
  return {
    index: around(readings, counted.length ? geometricMean(counted) : null, enough, weights),
    mechanisms: parts,
  };
}
