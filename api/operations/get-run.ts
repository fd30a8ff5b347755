import { z } from 'zod';
import { getRun as get } from '@/domain/ingest/read-runs';
import { operation } from '../operation';
import { Run, runJson } from '../shapes/run';

export const getRun = operation({
  id: 'runs.get',
  method: 'GET',
  path: '/runs/{id}',
  summary: 'One run with its counts and progress',
  permission: 'feed.read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Run,
  async run(work, { params, locale }) {
    return runJson(await get(work, params.id), locale);
  },
});
