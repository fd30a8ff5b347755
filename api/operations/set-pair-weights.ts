import { z } from 'zod';
import { setPairWeights as set } from '@/domain/pair-weights/set-pair-weights';
import { json } from '../body';
import { operation } from '../operation';
import { PairWeights, pairWeightsJson } from '../shapes/pair-weights';

export const setPairWeights = operation({
  id: 'pairWeights.set',
  method: 'POST',
  path: '/silos/weights',
  summary: 'Set what the join pairs weigh in D01 from today on; null: all the same again',
  permission: 'rule.manage',
  body: json(
    z
      .strictObject({
        pairs: z
          .record(z.string(), z.number())
          .nullable()
          .describe('By pair, as GET /silos names them, 0.1 to 100; those left out weigh 1'),
        reason: z.string().nullable().optional(),
        after: z.int().min(0).optional().describe('The newest version known; refused when there is a newer one'),
      })
      .meta({ id: 'NewPairWeights', examples: [{ pairs: { 'order→shipment': 3, 'ticket→order': 0.5 } }] }),
  ),
  status: 201,
  response: PairWeights,
  async run(work, { body }) {
    return pairWeightsJson(await set(work, body));
  },
});
