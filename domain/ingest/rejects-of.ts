import { Refusal } from '../errors';
import { feedRow } from '../feeds/feed-row';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';
import { getRun } from './read-runs';

/** Whose rows kept aside: a run's, whatever became of them, or a feed's that still wait, of all its runs. */
export type RejectScope = { runId: string; feedId?: undefined } | { feedId: string; runId?: undefined };

/**
 * The condition of rows kept aside that belong to a run or feed; of a replay, of the run it replays. Adds to `params`. They are
 * no records yet and belong to no channel: readers with limits are refused (`limited`). Refusal: `not_found`.
 */
export async function rejectsOf(work: Work, { runId, feedId }: RejectScope, params: unknown[]): Promise<string> {
  work.require('feed.read');
  const run = runId === undefined ? null : await getRun(work, runId);
  const feed = feedId === undefined ? null : await feedRow(work, feedId);
  if (isLimited(work)) throw new Refusal('limited', 403);
  if (run) return `run_id = $${params.push(run.replayOf ?? run.id)}`;
  return `feed_id = $${params.push(feed!.id)} and status = 'open'`;
}
