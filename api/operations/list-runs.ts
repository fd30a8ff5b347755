import { z } from 'zod';
import { listRuns as list } from '@/domain/ingest/read-runs';
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
    const page = await list(work, { feedId: query.feed, limit: query.limit, before: query.cursor });
    return { data: page.data.map((run) => runJson(run, locale)), next: page.next };
  },
});
