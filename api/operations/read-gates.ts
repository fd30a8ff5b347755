import { z } from 'zod';
import { readGates as read } from '@/domain/gates/read-gates';
import { operation } from '../operation';
import { Gate, gateJson } from '../shapes/gates';
import { DayText, listOf } from '../shapes/scalar';

export const readGates = operation({
  id: 'gates.read',
  method: 'GET',
  path: '/gates',
  summary: 'What the gates of the stages ask for on a day, today by default: the firm’s own, or the default',
  permission: 'rule.read',
  query: z.object({ at: DayText.optional() }),
  status: 200,
  response: listOf(Gate),
  async run(work, { query }) {
    return { data: (await read(work, query)).map(gateJson), next: null };
  },
});
