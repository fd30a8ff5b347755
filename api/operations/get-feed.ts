import { z } from 'zod';
import { getFeed as get } from '@/domain/feeds/read-feeds';
import { operation } from '../operation';
import { Feed, feedJson } from '../shapes/feed';

export const getFeed = operation({
  id: 'feeds.get',
  method: 'GET',
  path: '/feeds/{id}',
  summary: 'One feed',
  permission: 'feed.read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Feed,
  async run(work, { params, locale }) {
    return feedJson(await get(work, params.id), locale);
  },
});
