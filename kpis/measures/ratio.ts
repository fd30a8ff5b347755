import type { Measure } from '../kpi';

const noRows = {
  value: null,
  reason: 'no_activity',
  numerator: 0,
  denominator: 0,
  sample: 0,
  companions: {},
  caveats: [],
} as const;

/** Numerator rows ÷ denominator rows, as a percentage. Totals of parts are ratios of sums, never means of ratios. */
export function ratio(): Measure {
  return {
    kind: 'ratio',
    dim: '',
    interval: true,
    finish(groups) {
      const all = groups.get('');
      if (!all || all.den === 0) return { ...noRows, companions: {}, caveats: [] };
      return {
        value: (100 * all.num) / all.den,
        numerator: all.num,
        denominator: all.den,
        sample: all.den,
        companions: {},
        caveats: [],
      };
    },
    ofGroup: (group) => (group.den === 0 ? null : (100 * group.num) / group.den),
  };
}
