import type { Work } from '../work';

/** Lets a run that was given up go on from its cursor, should somebody execute it again. One that ended well stays ended. */
export async function reopenRun(work: Work, runId: string): Promise<void> {
  await work.execute(
    `update app.runs set status = 'queued', error = null, finished_at = null
     where tenant_id = $1 and id = $2 and status = 'failed'`,
    [work.tenant.id, runId],
  );
}
