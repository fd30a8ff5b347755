import { z } from 'zod';
import { changeFeed as changeFeedTo } from '@/domain/feeds/change-feed';
import { connectorConfig } from '@/domain/feeds/connector-config';
import { getFeed } from '@/domain/feeds/read-feeds';
import { json } from '../body';
import { operation } from '../operation';
import { Feed, feedJson } from '../shapes/feed';
import { Mapping } from '../shapes/mapping';

export const changeFeed = operation({
  id: 'feeds.change',
  method: 'PATCH',
  path: '/feeds/{id}',
  summary: 'Rename, pause or go on, change settings or mapping; what is left out stays',
  permission: 'feed.manage',
  params: z.object({ id: z.uuid() }),
  body: json(
    z
      .strictObject({
        name: z.string().min(1).max(120).optional(),
        status: z.enum(['active', 'paused']).optional(),
        config: z.record(z.string(), z.unknown()).optional(),
        mapping: Mapping.optional(),
      })
      .meta({ id: 'FeedChange', examples: [{ name: 'Sales of the website' }] }),
  ),
  status: 200,
  response: Feed,
  async run(work, { params, body, locale }) {
    const { config, ...change } = body;
    const connector = config && (await getFeed(work, params.id)).connector;
    const checked = connector ? { config: connectorConfig(connector, config) } : {};
    return feedJson(await changeFeedTo(work, params.id, { ...change, ...checked }), locale);
  },
});
