import type { Measure } from '../kpi';

/**
 * Entities with at least two occurrences in the trailing window ÷ entities with at least one, as a percentage. The
 * groups are sums of daily changes (see domain/measurements/entities.ts): den = entities with ≥ 1, num = with ≥ 2.
 */
export function repeat(input: { days: number; againWithin?: readonly number[] }): Measure {
  return {
    kind: 'repeat',
    dim: '',
    interval: true,
    distinctDays: input.days,
    againWithin: input.againWithin,
    finish(groups) {
      const { num, den } = groups.get('') ?? { num: 0, den: 0 };
      const base = { numerator: num, denominator: den, sample: den, companions: {}, caveats: [] };
      return den === 0 ? { value: null, reason: 'no_activity', ...base } : { value: (100 * num) / den, ...base };
    },
    ofGroup: (group) => (group.den === 0 ? null : (100 * group.num) / group.den),
  };
}
