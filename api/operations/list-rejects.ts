import { z } from 'zod';
import { listRejects as list } from '@/domain/ingest/list-rejects';
import { operation } from '../operation';
import { Reject, rejectJson } from '../shapes/reject';
import { listOf, paging } from '../shapes/scalar';

export const listRejects = operation({
  id: 'runs.rejects',
  method: 'GET',
  path: '/runs/{id}/rejects',
  summary: 'Rows that could not become records, with the reason',
  permission: 'record.read',
  params: z.object({ id: z.uuid() }),
  query: z.object(paging),
  status: 200,
  response: listOf(Reject),
  async run(work, { params, query, locale }) {
    const page = await list(work, { runId: params.id, cursor: query.cursor, limit: query.limit });
    return { data: page.data.map((r) => rejectJson(r, locale)), next: page.next };
  },
});
