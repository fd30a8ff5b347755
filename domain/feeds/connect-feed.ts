import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import { type MappingInput, parseMapping } from '../ingest/mapping';
import type { Work } from '../work';
import { connectorConfig } from './connector-config';
import { type FeedSummary, getFeed } from './read-feeds';

/** A feed's name as people see it: 1–80 characters, unique in the tenant. Refusals: see checkedName. */
export const checkFeedName = (name: unknown): string => checkedName(name);

/** Runs an insert or update of a feed's name; a name in use becomes a refusal. */
export async function withUniqueName<T>(work: Work, name: string, write: () => Promise<T>): Promise<T> {
  const [taken] = await work.query('select from app.feeds where tenant_id = $1 and name = $2', [work.tenant.id, name]);
  if (taken) throw new Refusal('feed_name_taken', 409, { name }, 'name');
  return write();
}

/** Connects a feed; its settings are those that the connector declares. */
export async function connectFeed(
  work: Work,
  input: { connector: string; name: string; config?: object; mapping?: MappingInput },
): Promise<FeedSummary> {
  work.require('feed.manage');
  const name = checkFeedName(input.name);
  const config = connectorConfig(input.connector, input.config);
  const mapping = input.mapping ? parseMapping(input.mapping) : null;
  const id = await withUniqueName(work, name, async () => {
    const [row] = await work.query<{ id: string }>(
      `insert into app.feeds (tenant_id, connector, name, config, mapping, created_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        work.tenant.id,
        input.connector,
        name,
        JSON.stringify(config),
        mapping ? JSON.stringify(mapping) : null,
        work.now,
      ],
    );
    return row!.id;
  });
  await work.audit('feed.connected', { feedId: id, name }, { after: { name, connector: input.connector, mapping } });
  return getFeed(work, id);
}
