import { Refusal } from '../errors';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';
import { getRun } from './read-runs';

/**
 * How many rows of a run were kept aside for a fault in which field ('': the whole row), most first; of a replay, of the run it
 * replays. Readers with limits are refused (`limited`).
 */
export async function countRejects(work: Work, input: { runId: string }): Promise<{ field: string; count: number }[]> {
  work.require('feed.read');
  const run = await getRun(work, input.runId);
  if (isLimited(work)) throw new Refusal('limited', 403);
  return work.query(
    `select coalesce(field, '') as field, count(*)::int as count from app.rejects
     where tenant_id = $1 and run_id = $2 group by 1 order by 2 desc, 1`,
    [work.tenant.id, run.replayOf ?? run.id],
  );
}
