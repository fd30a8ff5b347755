import { z } from 'zod';
import type { WeightSet } from '@/domain/weights/weight-set';
import { mostTimes } from '@/kpis/ahp';
import { DayText, Instant, instantOrNull } from './scalar';

export const JudgementShape = z
  .strictObject({
    more: z.string().describe('Mechanism, group, or code of a KPI'),
    less: z.string(),
    times: z.int().min(1).max(mostTimes).describe('`more` matters so many times as much as `less`; 1: the same'),
  })
  .meta({ id: 'Judgement' });

/** A version of the firm's weights. */
export const Weights = z
  .strictObject({
    version: z.int().min(0).describe('0: nobody has set any'),
    startsOn: DayText.nullable().describe('In force from this day on, by the firm’s zone'),
    setBy: z.string().nullable(),
    setAt: Instant.nullable(),
    reason: z.string().nullable(),
    levels: z
      .array(
        z.strictObject({
          level: z.string().describe('index, a mechanism, or mechanism/group'),
          basis: z
            .enum(['judged', 'equal', 'outdated'])
            .describe('outdated: the answers are about other members than there are now, so all weigh the same'),
          weights: z.array(z.strictObject({ member: z.string(), weight: z.number() })).describe('Together 1'),
          judgements: z.array(JudgementShape),
          ratio: z.number().nullable().describe('Consistency ratio of the answers'),
        }),
      )
      .describe('Where things are weighed, as far as the reader sees it'),
  })
  .meta({ id: 'Weights' });

export const weightsJson = (set: WeightSet): z.input<typeof Weights> => ({
  version: set.version,
  startsOn: set.startsOn,
  setBy: set.setBy,
  setAt: instantOrNull(set.setAt),
  reason: set.reason,
  levels: set.levels.map(({ level, basis, weights, judgements, ratio }) => ({
    level,
    basis,
    weights: Object.entries(weights).map(([member, weight]) => ({ member, weight })),
    judgements: judgements.map(({ more, less, times }) => ({ more, less, times })),
    ratio,
  })),
});
