import { z } from 'zod';
import { listGateSets } from '@/domain/gates/read-gates';
import { cursorOf, placeOf } from '../cursor';
import { operation } from '../operation';
import { Gate, gateJson } from '../shapes/gates';
import { listOf, paging } from '../shapes/scalar';
import { StageNumber, stageOf } from '../shapes/stage-number';

export const listGates = operation({
  id: 'gates.list',
  method: 'GET',
  path: '/gates/{stage}/versions',
  summary: 'Every version of a gate that the firm ever set, newest first',
  permission: 'rule.read',
  params: z.object({ stage: StageNumber }),
  query: z.object({ ...paging }),
  status: 200,
  response: listOf(Gate),
  async run(work, { params, query: { cursor, limit } }) {
    const before = cursor ? Number(placeOf(cursor, 1)[0]) : undefined;
    const page = await listGateSets(work, { stage: stageOf(params.stage), before, limit });
    return { data: page.data.map(gateJson), next: page.next === null ? null : cursorOf([String(page.next)]) };
  },
});
