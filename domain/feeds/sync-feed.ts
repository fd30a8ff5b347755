import { connectorNamed } from '@/connectors/catalogue';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { getFeed } from './read-feeds';

/**
 * Starts to fetch what is new from the outside system. Connectors of kind `file` and `push` have none: what they take is
 * brought (feed_is_brought), which says how.
 */
export async function syncFeed(work: Work, feedId: string): Promise<{ runId: string }> {
  work.require('feed.manage');
  const feed = await getFeed(work, feedId);
  const kind = connectorNamed(feed.connector)?.kind;
  throw new Refusal(kind === 'push' ? 'feed_is_pushed' : 'feed_is_brought', 409, { name: feed.name });
}
