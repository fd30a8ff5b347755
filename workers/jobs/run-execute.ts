import { z } from 'zod';
import { executeRun } from '@/domain/ingest/execute-run';
import { failRun } from '@/domain/ingest/fail-run';
import { reopenRun } from '@/domain/ingest/reopen-run';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/** Takes a run's file in, from where its cursor stands. */
export const runExecute = job({
  name: 'run.execute',
  queue: 'ingest',
  payload: { runId: z.guid() },
  alone: true,
  retry: { attempts: 5, backoffSeconds: 2 },
  run: (access, { runId }) => executeRun(access, runId),
  failed: (access, { runId }) => withTenant(access, (work) => failRun(work, runId)),
  reopen: (work, { runId }) => reopenRun(work, runId),
});
