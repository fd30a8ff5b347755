import { z } from 'zod';
import { listRuns as list } from '@/domain/ingest/read-runs';
import { cursorOf, placeOf } from '../cursor';
import { operation } from '../operation';
import { Run, runJson } from '../shapes/run';
import { listOf, paging } from '../shapes/scalar';

export const listRuns = operation({
  id: 'runs.list',
  method: 'GET',
  path: '/runs',
  summary: 'Runs, the newest first',
  permission: 'feed.read',
  query: z.object({ feed: z.uuid().optional(), ...paging }),
  status: 200,
  response: listOf(Run),
  async run(work, { query, locale }) {
    const cursor = query.cursor ? placeOf(query.cursor, 1)[0] : undefined;
    const page = await list(work, { feedId: query.feed, limit: query.limit, cursor });
    return { data: page.data.map((run) => runJson(run, locale)), next: page.next && cursorOf([page.next]) };
  },
});
