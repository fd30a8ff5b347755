import type { EntryFilter } from '@/domain/audit/list-entries';
import { streamEntries } from '@/domain/audit/stream-entries';
import type { Locale } from '@/domain/sentence';
import type { Access } from '@/domain/tenants/access';
import { csvLine } from './csv';
import { auditCells, auditColumns, auditEntryJson } from './shapes/audit-entry';

/** All entries of a filter as CSV or NDJSON, made while it is sent. The last line says how many there are. */
export async function* auditText(
  access: Access,
  filter: EntryFilter,
  format: 'csv' | 'ndjson',
  locale: Locale,
): AsyncGenerator<string> {
  const csv = format === 'csv';
  if (csv) yield csvLine(auditColumns);
  let count = 0;
  for await (const entries of streamEntries(access, filter)) {
    count += entries.length;
    yield entries
      .map((e) => (csv ? csvLine(auditCells(e, locale)) : `${JSON.stringify(auditEntryJson(e, locale))}\n`))
      .join('');
  }
  yield csv ? `# rows: ${count}\r\n` : `${JSON.stringify({ rows: count })}\n`;
}
