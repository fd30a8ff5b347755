import { kpis } from '@/kpis/catalogue';
import { type KpiDeclaration, type Mechanism, mechanisms } from '@/kpis/kpi';
import { geometricMean, scoreOf } from '@/kpis/score';
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

/** Below this coverage, percent, there is no mechanism score. */
const enough = 60;

function around(readings: readonly Reading[], score: number | null, threshold: number): Composite {
  const scored = readings
    .flatMap((r) => (r.score === null ? [] : [{ kpi: r.kpi, score: r.score }]))
    .sort((a, b) => a.score - b.score);
  const coverage = readings.length ? (100 * scored.length) / readings.length : 0;
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

interface Scored {
  index: Composite;
  mechanisms: MechanismScore[];
}

/**
 * Scores from readings of all KPIs: arithmetic mean inside a group, geometric mean of max(score, 1) across groups and
 * across mechanisms, equal weights. What is empty is not imputed: its weight moves to its siblings and coverage falls. Of what is
 * empty because its feeds fell silent, the last value counts where without it a score were higher: nobody gains by disconnecting.
 */
export function scoresOf(readings: readonly Reading[]): Scored {
  const now = joined(readings);
  if (readings.every((r) => r.lapsed === null)) return now;
  const then = joined(
    readings.map((r) => (r.lapsed === null ? r : { ...r, score: scoreOf(r.lapsed, kpiOf(r).anchors) })),
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

function joined(readings: readonly Reading[]): Scored {
  const seen = mechanisms.filter((mechanism) => readings.some((r) => r.mechanism === mechanism));
  const parts = seen.map((mechanism): MechanismScore => {
    const mine = readings.filter((r) => r.mechanism === mechanism);
    const names = [...new Set(mine.map((r) => kpiOf(r).group))];
    const groups = names.map((group) => {
      const inside = mine.filter((r) => kpiOf(r).group === group);
      const scores = inside.flatMap((r) => (r.score === null ? [] : [r.score]));
      const mean = scores.length ? scores.reduce((a, b) => a + b, 0) / scores.length : null;
      return { group, ...around(inside, mean, 0) };
    });
    const counted = groups.flatMap((g) => (g.score === null ? [] : [{ score: g.score, weight: 1 }]));
    return { mechanism, groups, ...around(mine, counted.length ? geometricMean(counted) : null, enough) };
  });
  const counted = parts.flatMap((m) => (m.score === null ? [] : [{ score: m.score, weight: 1 }]));
  return { index: around(readings, counted.length ? geometricMean(counted) : null, enough), mechanisms: parts };
}
