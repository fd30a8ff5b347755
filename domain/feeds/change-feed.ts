import { Refusal } from '../errors';
import { type MappingInput, parseMapping } from '../ingest/mapping';
import type { Work } from '../work';
import { checkFeedName, withUniqueName } from './connect-feed';
import { connectorConfig } from './connector-config';
import { feedRow } from './feed-row';
import { type FeedSummary, getFeed } from './read-feeds';

/** Changes a feed. A paused feed takes no new runs; what it brought stays. */
export async function changeFeed(
  work: Work,
  id: string,
  change: { name?: string; mapping?: MappingInput; status?: 'active' | 'paused'; config?: object },
): Promise<FeedSummary> {
  work.require('feed.manage');
  const feed = await feedRow(work, id);
  const set = (column: 'name' | 'mapping' | 'status' | 'config', value: string) =>
    work.query(`update app.feeds set ${column} = $3 where tenant_id = $1 and id = $2`, [
      work.tenant.id,
      feed.id,
      value,
    ]);
  if (change.name !== undefined) {
    const name = checkFeedName(change.name);
    if (name !== feed.name) await withUniqueName(work, name, () => set('name', name));
  }
  if (change.mapping !== undefined) await set('mapping', JSON.stringify(parseMapping(change.mapping)));
  if (change.config !== undefined) await set('config', JSON.stringify(connectorConfig(feed.connector, change.config)));
  if (change.status !== undefined) {
    if (!['active', 'paused'].includes(change.status)) throw new Refusal('unknown_status', 422, {}, 'status');
    await set('status', change.status);
  }
  await work.audit('feed.changed', { feedId: id, before: feed, change });
  return getFeed(work, id);
}
