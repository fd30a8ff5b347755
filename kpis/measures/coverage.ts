import type { Measure } from '../kpi';

/**
 * Index = 1 − Σ wⱼ·cⱼ over join pairs, cⱼ = matched ÷ eligible rows of the pair. A pair without eligible rows is not
 * applicable and its weight moves to the others. All weigh the same unless the firm says otherwise.
 */
export function coverage(input: { dim: string }): Measure {
  return {
    kind: 'coverage',
    dim: input.dim,
    interval: false,
    finish(groups, context) {
      // In one order: sums of fractions differ in their last digit with the order of their terms.
      const pairs = [...groups].filter(([, g]) => g.den > 0).sort(([a], [b]) => (a < b ? -1 : 1));
      const numerator = pairs.reduce((sum, [, g]) => sum + g.num, 0);
      const denominator = pairs.reduce((sum, [, g]) => sum + g.den, 0);
      // The number of sources decides whether there is an index at all; kept so that a change of it is noticed.
      const companions = {
        ...Object.fromEntries(pairs.map(([key, g]) => [key, g.num / g.den])),
        sources: context.sources,
      };
      const base = { numerator, denominator, sample: denominator, companions, caveats: [] };
      if (!pairs.length) return { value: null, reason: 'no_activity', ...base };
      if (context.sources < 2) return { value: null, reason: 'single_source', ...base };
      const weight = (key: string) => context.weights?.[key] ?? 1;
      const total = pairs.reduce((sum, [key]) => sum + weight(key), 0);
      const covered = pairs.reduce((sum, [key, g]) => sum + (weight(key) / total) * (g.num / g.den), 0);
      return { value: 1 - covered, ...base };
    },
    ofGroup: (group) => (group.den === 0 ? null : 1 - group.num / group.den),
  };
}
