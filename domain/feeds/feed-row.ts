import { notFound } from '../errors';
import type { Mapping } from '../ingest/mapping';
import { checkId } from '../ingest/read-runs';
import type { Work } from '../work';

export interface FeedRow {
  id: string;
  connector: string;
  name: string;
  status: 'active' | 'paused';
  mapping: Mapping | null;
  config: Record<string, unknown>;
}

/** A feed that is not archived. */
export async function feedRow(work: Work, id: string): Promise<FeedRow> {
  const [feed] = await work.query<FeedRow>(
    `select id, connector, name, status, mapping, config from app.feeds
     where tenant_id = $1 and id = $2 and archived_at is null`,
    [work.tenant.id, checkId(id, 'feed')],
  );
  if (!feed) throw notFound('feed');
  return feed;
}
