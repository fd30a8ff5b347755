import { z } from 'zod';
import { setWeights as set } from '@/domain/weights/set-weights';
import { json } from '../body';
import { operation } from '../operation';
import { JudgementShape, Weights, weightsJson } from '../shapes/weights';

export const setWeights = operation({
  id: 'weights.set',
  method: 'POST',
  path: '/weights',
  summary: 'Set the weights of the scores from today on, by how the parts compare; no levels: all weigh the same',
  permission: 'rule.manage',
  body: json(
    z
      .strictObject({
        levels: z
          .record(z.string(), z.array(JudgementShape))
          .describe('Of each level that is to be weighed, a judgement of every two members'),
        reason: z.string().nullable().optional(),
        after: z.int().min(0).optional().describe('The newest version known; refused when there is a newer one'),
      })
      .meta({
        id: 'NewWeights',
        examples: [{ levels: { ecosystem: [{ more: 'independence', less: 'market-spread', times: 3 }] } }],
      }),
  ),
  status: 201,
  response: Weights,
  async run(work, { body }) {
    return weightsJson(await set(work, body));
  },
});
