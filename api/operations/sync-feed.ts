import { z } from 'zod';
import { syncFeed as sync } from '@/domain/feeds/sync-feed';
import { operation } from '../operation';
import { RunStarted } from '../shapes/run';

export const syncFeed = operation({
  id: 'feeds.sync',
  method: 'POST',
  path: '/feeds/{id}/sync',
  summary: 'Fetch what is new now',
  permission: 'feed.manage',
  params: z.object({ id: z.uuid() }),
  status: 202,
  response: RunStarted,
  async run(work, { params }) {
    return sync(work, params.id);
  },
});
