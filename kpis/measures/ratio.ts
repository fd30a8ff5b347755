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

interface Assumed {
  key: string;
  share: string;
  caveat: string;
  provisionalAbove: number;
  emptyAbove: number;
}

/**
 * Numerator rows ÷ denominator rows, as a percentage. Totals of parts are ratios of sums, never means of ratios.
 * @param input.assumed rows judged by an assumption, the group `key` of `dim`: their share is the companion `share`; above
 * `provisionalAbove` the value has the caveat and stays provisional, above `emptyAbove` there is none
 */
export function ratio(input: { dim?: string; assumed?: Assumed } = {}): Measure {
  const { assumed } = input;
  return {
    kind: 'ratio',
    dim: input.dim ?? '',
    interval: true,
    finish(groups) {
      let [numerator, denominator] = [0, 0];
      for (const { num, den } of groups.values()) {
        numerator += num;
        denominator += den;
      }
      if (denominator === 0) return { ...noRows, companions: {}, caveats: [] };
      const base = { numerator, denominator, sample: denominator };
      if (!assumed) return { ...base, value: (100 * numerator) / denominator, companions: {}, caveats: [] };
      const share = (groups.get(assumed.key)?.den ?? 0) / denominator;
      const flagged = {
        ...base,
        companions: { [assumed.share]: share },
        caveats: share > assumed.provisionalAbove ? [assumed.caveat] : [],
      };
      return share > assumed.emptyAbove
        ? { ...flagged, value: null, reason: 'unknown_attribute' }
        : { ...flagged, value: (100 * numerator) / denominator };
    },
    ofGroup: (group) => (group.den === 0 ? null : (100 * group.num) / group.den),
  };
}
