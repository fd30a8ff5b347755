import { z } from 'zod';
import type { PairWeightSet } from '@/domain/pair-weights/pair-weight-set';
import { DayText, Instant, instantOrNull } from './scalar';

/** A version of what the join pairs weigh in D01. */
export const PairWeights = z
  .strictObject({
    version: z.int().min(0).describe('0: nobody has set any'),
    startsOn: DayText.nullable().describe('In force from this day on, by the firm’s zone'),
    setBy: z.string().nullable(),
    setAt: Instant.nullable(),
    reason: z.string().nullable(),
    isOwn: z.boolean().describe('Set by the firm; otherwise all weigh the same'),
    pairs: z.array(
      z.strictObject({ pair: z.string(), weight: z.number(), share: z.number().describe('Of all pairs; together 1') }),
    ),
  })
  .meta({ id: 'PairWeights' });

export const pairWeightsJson = (set: PairWeightSet): z.input<typeof PairWeights> => ({
  version: set.version,
  startsOn: set.startsOn,
  setBy: set.setBy,
  setAt: instantOrNull(set.setAt),
  reason: set.reason,
  isOwn: set.own !== null,
  pairs: set.shares.map(({ pair, weight, share }) => ({ pair, weight, share })),
});
