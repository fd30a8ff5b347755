import { connectorNamed } from '@/connectors/catalogue';
import { publicConfig } from '@/connectors/connector';
import { Refusal } from '../errors';
import { type MappingInput, parseMapping } from '../ingest/mapping';
import type { Work } from '../work';
import { checkFeedName, withUniqueName } from './connect-feed';
import { connectorConfig } from './connector-config';
import { type FeedRow, feedRow } from './feed-row';
import { type FeedSummary, getFeed } from './read-feeds';

/** A feed as the audit log tells of it: what its connector calls secret is not told. */
const told = ({ connector, name, status, mapping, config }: FeedRow) => ({
  name,
  status,
  mapping,
  config: publicConfig(connectorNamed(connector), config),
});

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
    // Whether it is waited for decides how far its KPIs are measured.
    await work.enqueue('measurements.refresh', {});
  }
  const changed = await feedRow(work, id);
  await work.audit('feed.changed', { feedId: id, name: changed.name }, { before: told(feed), after: told(changed) });
  return getFeed(work, id);
}
