import { z } from 'zod';
import { connectFeed as connect } from '@/domain/feeds/connect-feed';
import { getFeed } from '@/domain/feeds/read-feeds';
import { json } from '../body';
import { operation } from '../operation';
import { Feed, feedJson } from '../shapes/feed';
import { Mapping } from '../shapes/mapping';

export const connectFeed = operation({
  id: 'feeds.connect',
  method: 'POST',
  path: '/feeds',
  summary: 'Connect a feed',
  permission: 'feed.manage',
  body: json(
    z
      .strictObject({
        connector: z.string().describe('Id of a connector'),
        name: z.string().min(1).max(120),
        config: z.record(z.string(), z.unknown()).optional(),
        mapping: Mapping.optional(),
      })
      .meta({ id: 'NewFeed', examples: [{ connector: 'file', name: 'Website sales' }] }),
  ),
  status: 201,
  response: Feed,
  async run(work, { body, locale }) {
    const { id } = await connect(work, body);
    return feedJson(await getFeed(work, id), locale);
  },
});
