import { z } from 'zod';
import { checkFilter, readRecords } from '@/domain/records/read-records';
import { streamRecords } from '@/domain/records/stream-records';
import type { Work } from '@/domain/work';
import { recordNamed, records } from '@/records/catalogue';
import type { RecordDeclaration } from '@/records/record';
import { csvLine } from '../csv';
import { cursorOf, placeOf } from '../cursor';
import { operation, Streamed } from '../operation';
import { RecordName, recordCells, recordJson, schemaOfRecord, toldColumns } from '../shapes/record';
import { DayText, listOf, paging } from '../shapes/scalar';

const filter = { feed: z.uuid().optional(), from: DayText.optional(), to: DayText.optional() };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const listRecords = operation({
  id: 'records.list',
  method: 'GET',
  path: '/records/{record}',
  summary: 'Records by day and feed, a page at a time; all of them as a stream with ?format=csv or ndjson',
  permission: 'record.read',
  params: z.object({ record: RecordName }),
  query: z.object({
    ...filter,
    ...paging,
    format: z.enum(['json', 'csv', 'ndjson']).optional().describe('csv and ndjson end with the row count'),
  }),
  status: 200,
  response: listOf(z.union(records.map(schemaOfRecord))),
  variants: [
    {
      status: 200,
      summary: 'The last line is {"rows": n} in NDJSON and "# rows: n" in CSV; without it the stream was cut short',
      media: ['text/csv', 'application/x-ndjson'],
    },
  ],
  async run(work, { params, query }) {
    const r = recordNamed(params.record);
    const where = { feedId: query.feed, from: query.from, to: query.to };
    if (query.format === 'csv' || query.format === 'ndjson') {
      checkFilter(r, where);
      return streamed(work, r, where, query.format);
    }
    const after = query.cursor ? placeOf(query.cursor, r.key === 'feed' ? 2 : 1) : undefined;
    if (after && r.key === 'feed' && !uuid.test(after[0]!)) placeOf('', 0);
    const page = await readRecords(work, r, { ...where, after, limit: query.limit });
    const told = toldColumns(r);
    return {
      data: page.rows.map((row) => recordJson(told, row, work.tenant.currency)),
      next: page.next && cursorOf(page.next),
    };
  },
});

function streamed(
  work: Work,
  r: RecordDeclaration,
  where: { feedId?: string; from?: string; to?: string },
  format: 'csv' | 'ndjson',
): Streamed {
  const told = toldColumns(r);
  const { currency } = work.tenant;
  const csv = format === 'csv';
  return new Streamed(
    csv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    async function* (access) {
      let count = 0;
      if (csv) yield csvLine(told.map((t) => t.name));
      for await (const rows of streamRecords(access, r, where)) {
        count += rows.length;
        yield rows
          .map((row) =>
            csv ? csvLine(recordCells(told, row, currency)) : `${JSON.stringify(recordJson(told, row, currency))}\n`,
          )
          .join('');
      }
      yield csv ? `# rows: ${count}\r\n` : `${JSON.stringify({ rows: count })}\n`;
    },
    `${r.name}.${format}`,
  );
}
