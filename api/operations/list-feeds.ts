import { listFeeds as list } from '@/domain/feeds/read-feeds';
import { operation } from '../operation';
import { Feed, feedJson } from '../shapes/feed';
import { listOf } from '../shapes/scalar';

export const listFeeds = operation({
  id: 'feeds.list',
  method: 'GET',
  path: '/feeds',
  summary: 'All feeds with status, last run and lag per stream',
  permission: 'feed.read',
  status: 200,
  response: listOf(Feed),
  async run(work, { locale }) {
    return { data: (await list(work)).map((feed) => feedJson(feed, locale)), next: null };
  },
});
