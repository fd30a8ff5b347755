import { z } from 'zod';
import { replayRun as replay } from '@/domain/ingest/start-run';
import { operation } from '../operation';
import { RunStarted } from '../shapes/run';

export const replayRun = operation({
  id: 'runs.replay',
  method: 'POST',
  path: '/runs/{id}/replay',
  summary: 'Try the open rejects again with the feed’s present mapping',
  permission: 'record.write',
  params: z.object({ id: z.uuid() }),
  status: 202,
  response: RunStarted,
  async run(work, { params }) {
    return replay(work, params.id);
  },
});
