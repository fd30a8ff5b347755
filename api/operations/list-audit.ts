import { z } from 'zod';
import { checkEntryFilter, listEntries } from '@/domain/audit/list-entries';
import { auditText } from '../audit-stream';
import { operation, Streamed } from '../operation';
import { AuditEntryShape, auditEntryJson } from '../shapes/audit-entry';
import { DayText, listOf, paging } from '../shapes/scalar';

export const listAudit = operation({
  id: 'audit.list',
  method: 'GET',
  path: '/audit',
  summary: 'Who did what, newest first, a page at a time; all of it as a stream with ?format=csv or ndjson',
  permission: 'audit.read',
  query: z.object({
    actor: z.string().max(200).optional().describe('user:<id>, key:<id> or job:<name>'),
    fact: z.string().max(100).optional().describe('A fact (feed.changed) or a noun (feed)'),
    from: DayText.optional().describe('Day by the firm’s zone'),
    to: DayText.optional().describe('Day by the firm’s zone, included'),
    text: z.string().max(200).optional().describe('Stands somewhere in who, what, before or after'),
    ...paging,
    format: z.enum(['json', 'csv', 'ndjson']).optional().describe('csv and ndjson end with the row count'),
  }),
  status: 200,
  response: listOf(AuditEntryShape),
  variants: [
    {
      status: 200,
      summary: 'The last line is {"rows": n} in NDJSON and "# rows: n" in CSV; without it the stream was cut short',
      media: ['text/csv', 'application/x-ndjson'],
    },
  ],
  async run(work, { query, locale }) {
    const { format, cursor, limit, ...filter } = query;
    if (format === 'csv' || format === 'ndjson') {
      checkEntryFilter(filter);
      return new Streamed(
        format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
        (access) => auditText(access, filter, format, locale),
        `audit.${format}`,
      );
    }
    const page = await listEntries(work, { ...filter, cursor, limit });
    return { data: page.data.map((e) => auditEntryJson(e, locale)), next: page.next };
  },
});
