import type { Work } from '../work';
import { feedRow } from './feed-row';

/** Takes a feed out of use. Its records stay and keep counting; its name is free again. */
export async function archiveFeed(work: Work, id: string): Promise<void> {
  work.require('feed.manage');
  const feed = await feedRow(work, id);
  await work.query(
    "update app.feeds set archived_at = $3, status = 'paused', name = name || ' · ' || id where tenant_id = $1 and id = $2",
    [work.tenant.id, feed.id, work.now],
  );
  // Nobody waits for it any more: its KPIs are measured on.
  await work.enqueue('measurements.refresh', {});
  await work.audit(
    'feed.archived',
    { feedId: id, name: feed.name },
    { before: { status: feed.status }, after: { status: 'archived' } },
  );
}
