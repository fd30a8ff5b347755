import type { Measure } from '../kpi';

/** Share figures of a distribution of amounts. Amounts below zero (refunds above sales) count as zero and are flagged. */
export function shares(amounts: readonly number[]): {
  total: number;
  shares: number[];
  hhi: number;
  normalised: number | null;
  effective: number;
  shannon: number;
  clamped: number;
} {
  // In one order: sums of fractions differ in their last digit with the order of their terms.
  const positive = amounts.map((a) => Math.max(a, 0)).sort((a, b) => b - a);
  const total = positive.reduce((a, b) => a + b, 0);
  const s = total > 0 ? positive.filter((a) => a > 0).map((a) => a / total) : [];
  const hhi = s.reduce((sum, x) => sum + x * x, 0);
  const n = s.length;
  return {
    total,
    shares: s,
    hhi,
    // Of one group it is undefined, and shown as 1: nothing is more concentrated.
    normalised: n > 1 ? (hhi - 1 / n) / (1 - 1 / n) : n === 1 ? 1 : null,
    effective: hhi > 0 ? 1 / hhi : 0,
    shannon: s.reduce((sum, x) => sum - x * Math.log(x), 0),
    clamped: amounts.filter((a) => a < 0).length,
  };
}

/**
 * How much of the sum lies with few groups. `largest`: the largest group's share, 0–1 (CR1). `hhi`: Σ sᵢ² in points,
 * 0–10,000 (US DOJ/FTC Merger Guidelines 2023); never the normalised form, which calls two equal groups perfect.
 * Groups whose key begins with `notCandidate` count in the sum but cannot be the largest.
 */
export function concentration(input: {
  statistic: 'largest' | 'hhi';
  dim: string;
  notCandidate?: string;
  /**
   * A key for rows that lack the attribute, the share of the sum above which the value stays provisional, and the share
   * of the rows above which there is none.
   */
  unknown?: { key: string; provisionalAbove: number; emptyAbove: number };
  /** Less history than this keeps the value provisional. */
  provisionalBelowDays?: number;
}): Measure {
  return {
    kind: 'concentration',
    dim: input.dim,
    interval: false,
    finish(groups, context) {
      const entries = [...groups].filter(([, g]) => g.rows > 0);
      const sample = entries.reduce((sum, [, g]) => sum + g.rows, 0);
      const figures = shares(entries.map(([, g]) => g.num));
      const caveats: string[] = [];
      if (figures.clamped) caveats.push('negative_groups');
      if (input.provisionalBelowDays && context.historyDays < input.provisionalBelowDays) caveats.push('short_history');
      if (figures.total <= 0) {
        return { value: null, reason: 'no_activity', numerator: 0, denominator: 0, sample, companions: {}, caveats };
      }
      const unknown = Math.max(groups.get(input.unknown?.key ?? '')?.num ?? 0, 0) / figures.total;
      if (input.unknown && unknown > input.unknown.provisionalAbove) caveats.push('unknown_share');
      const candidates = entries
        .filter(([key, g]) => g.num > 0 && !(input.notCandidate && key.startsWith(input.notCandidate)))
        .sort(([a, x], [b, y]) => y.num - x.num || (a < b ? -1 : 1));
      const largest = candidates[0]?.[1].num ?? 0;
      const companions = {
        hhi: figures.hhi * 10_000,
        normalised: figures.normalised,
        effective: figures.effective,
        shannon: figures.shannon,
        exp_shannon: Math.exp(figures.shannon),
        cr1: largest / figures.total,
        cr3: candidates.slice(0, 3).reduce((sum, [, g]) => sum + g.num, 0) / figures.total,
        groups: figures.shares.length,
        unknown_share: unknown,
      };
      const lacking = input.unknown ? (groups.get(input.unknown.key)?.rows ?? 0) / sample : 0;
      const figure = input.statistic === 'largest' ? companions.cr1 : companions.hhi;
      const value = input.unknown && lacking > input.unknown.emptyAbove ? null : figure;
      const numerator = input.statistic === 'largest' ? largest : figures.total;
      const one = input.statistic === 'largest' && candidates[0] ? { numeratorKey: candidates[0][0] } : {};
      const why = value === null ? ({ reason: 'unknown_attribute' } as const) : {};
      return { value, ...why, numerator, denominator: figures.total, sample, companions, caveats, ...one };
    },
    ofGroup: (group, all) => (all.num > 0 ? Math.max(group.num, 0) / all.num : null),
  };
}
