import { z } from 'zod';
import { readPairWeights as read } from '@/domain/pair-weights/read-pair-weights';
import { operation } from '../operation';
import { PairWeights, pairWeightsJson } from '../shapes/pair-weights';
import { DayText } from '../shapes/scalar';

export const readPairWeights = operation({
  id: 'pairWeights.read',
  method: 'GET',
  path: '/silos/weights',
  summary: 'What the join pairs weigh in D01 on a day, today by default',
  permission: 'rule.read',
  query: z.object({ at: DayText.optional() }),
  status: 200,
  response: PairWeights,
  async run(work, { query }) {
    return pairWeightsJson(await read(work, query));
  },
});
