import { z } from 'zod';
import { readWeights as read } from '@/domain/weights/read-weights';
import { operation } from '../operation';
import { DayText } from '../shapes/scalar';
import { Weights, weightsJson } from '../shapes/weights';

export const readWeights = operation({
  id: 'weights.read',
  method: 'GET',
  path: '/weights',
  summary: 'What the parts of the scores weigh on a day, today by default, and the answers it comes from',
  permission: 'rule.read',
  query: z.object({ at: DayText.optional() }),
  status: 200,
  response: Weights,
  async run(work, { query }) {
    return weightsJson(await read(work, query));
  },
});
