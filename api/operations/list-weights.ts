import { z } from 'zod';
import { listWeightSets } from '@/domain/weights/read-weights';
import { cursorOf, placeOf } from '../cursor';
import { operation } from '../operation';
import { listOf, paging } from '../shapes/scalar';
import { Weights, weightsJson } from '../shapes/weights';

export const listWeights = operation({
  id: 'weights.list',
  method: 'GET',
  path: '/weights/versions',
  summary: 'Every version of the weights that the firm ever set, newest first',
  permission: 'rule.read',
  query: z.object({ ...paging }),
  status: 200,
  response: listOf(Weights),
  async run(work, { query: { cursor, limit } }) {
    const before = cursor ? Number(placeOf(cursor, 1)[0]) : undefined;
    const page = await listWeightSets(work, { before, limit });
    return { data: page.data.map(weightsJson), next: page.next === null ? null : cursorOf([String(page.next)]) };
  },
});
