import { z } from 'zod';
import { setGate as set } from '@/domain/gates/set-gate';
import { json } from '../body';
import { operation } from '../operation';
import { Condition, Gate, gateJson } from '../shapes/gates';
import { StageNumber, stageOf } from '../shapes/stage-number';

export const setGate = operation({
  id: 'gates.set',
  method: 'POST',
  path: '/gates/{stage}',
  summary: 'Set all that a gate asks of the firm from today on; null: the default again',
  permission: 'rule.manage',
  params: z.object({ stage: StageNumber }),
  body: json(
    z
      .strictObject({
        conditions: z.array(Condition).nullable(),
        reason: z.string().nullable().optional(),
        after: z.int().min(0).optional().describe('The newest version known; refused when there is a newer one'),
      })
      .meta({
        id: 'NewGate',
        examples: [
          {
            conditions: [
              { kpi: 'C07', atLeast: 92 },
              { mechanism: 'collaboration', score: 40, coverage: 60 },
            ],
          },
        ],
      }),
  ),
  status: 201,
  response: Gate,
  async run(work, { params, body }) {
    return gateJson(await set(work, { stage: stageOf(params.stage), ...body }));
  },
});
