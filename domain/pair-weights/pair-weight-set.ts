import { type JoinPairName, joinPairs } from '@/kpis/data-driven/data-silo-index';
import type { RuleRow } from '../rules/rule-row';
import { type RuleVersion, versionFor } from '../rules/rule-version';
import type { Work } from '../work';

/** How often as much as another a join pair counts in D01; those that are not named count once. */
export type PairWeights = Readonly<Partial<Record<JoinPairName, number>>>;

/** One version of what the join pairs weigh. At version 0 all weigh the same. */
export interface PairWeightSet extends RuleVersion {
  /** What the firm set; null where all weigh the same. */
  own: PairWeights | null;
  /** Of every pair, in their order; together 1. */
  shares: { pair: JoinPairName; weight: number; share: number }[];
}

/** A version of the pairs' weights as it is stored. */
export type PairWeightRow = RuleRow<PairWeights>;

/** A stored version, or version 0 without one, for a reader. */
export function pairWeightSetFor(work: Pick<Work, 'limits'>, row?: PairWeightRow): PairWeightSet {
  const weights = joinPairs.map((pair) => ({ pair, weight: row?.own?.[pair] ?? 1 }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return {
    ...versionFor(work, row),
    own: row?.own ?? null,
    shares: weights.map((one) => ({ ...one, share: one.weight / total })),
  };
}
