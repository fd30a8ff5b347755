import { z } from 'zod';
import { listPairWeightSets } from '@/domain/pair-weights/read-pair-weights';
import { cursorOf, placeOf } from '../cursor';
import { operation } from '../operation';
import { PairWeights, pairWeightsJson } from '../shapes/pair-weights';
import { listOf, paging } from '../shapes/scalar';

export const listPairWeights = operation({
  id: 'pairWeights.list',
  method: 'GET',
  path: '/silos/weights/versions',
  summary: 'Every version of the join pairs’ weights that the firm ever set, newest first',
  permission: 'rule.read',
  query: z.object({ ...paging }),
  status: 200,
  response: listOf(PairWeights),
  async run(work, { query: { cursor, limit } }) {
    const before = cursor ? Number(placeOf(cursor, 1)[0]) : undefined;
    const page = await listPairWeightSets(work, { before, limit });
    return { data: page.data.map(pairWeightsJson), next: page.next === null ? null : cursorOf([String(page.next)]) };
  },
});
