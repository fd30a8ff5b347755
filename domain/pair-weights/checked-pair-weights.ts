import { type JoinPairName, joinPairs } from '@/kpis/data-driven/data-silo-index';
import { Refusal } from '../errors';
import type { PairWeights } from './pair-weight-set';

const [least, most] = [0.1, 100];

/** Weights that pairs can have. Refusals: `unknown_pair`, `pair_weight_out_of_range`; the field is the pair. */
export function checkedPairWeights(weights: Readonly<Record<string, number>>): PairWeights {
  for (const [pair, weight] of Object.entries(weights)) {
    if (!joinPairs.some((known) => known === pair))
      throw new Refusal('unknown_pair', 422, { pair: pair.slice(0, 80), pairs: joinPairs.join(', ') }, 'pairs');
    // None weighs nothing: an index of pairs that are all left out would be no number.
    if (!(weight >= least && weight <= most)) throw new Refusal('pair_weight_out_of_range', 422, { least, most }, pair);
  }
  return { ...(weights as Partial<Record<JoinPairName, number>>) };
}
