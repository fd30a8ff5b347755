import { z } from 'zod';
import { archiveFeed as archive } from '@/domain/feeds/archive-feed';
import { operation } from '../operation';

export const archiveFeed = operation({
  id: 'feeds.archive',
  method: 'DELETE',
  path: '/feeds/{id}',
  summary: 'Archive a feed; what it delivered stays',
  permission: 'feed.manage',
  params: z.object({ id: z.uuid() }),
  status: 204,
  async run(work, { params }) {
    await archive(work, params.id);
    return undefined;
  },
});
