import type { Day } from '@/lib/day';
import { contentColumns, type RecordDeclaration } from '@/records/record';
import { Refusal } from '../errors';
import { seesRecord } from '../limits/limited';
import type { Work } from '../work';

/** Which rows: days by the tenant's zone, both included. */
export interface RecordFilter {
  feedId?: string;
  from?: Day;
  to?: Day;
}

/** A row as it is stored: columns by name, money in minor units, instants as Dates, decimals as text. */
export type StoredRecord = Record<string, string | number | boolean | Date | null> & { source_id: string };

/** The columns a reader gets, in order: bookkeeping that explains the row, then its content. */
export const readableColumns = (r: RecordDeclaration): string[] => [
  'source_id',
  'feed_id',
  'source_updated_at',
  'ingested_at',
  'run_id',
  ...contentColumns(r),
];

/** Columns by which rows are ordered and pages are kept apart: the natural key, so no row is met twice or missed. */
const keyOf = (r: RecordDeclaration): string[] => (r.key === 'feed' ? ['feed_id', 'source_id'] : ['source_id']);

/**
 * The next `limit` rows after `after` (the key of the last row of the page before), in the order of the natural key.
 * Readers who are limited to some channels get the rows of these, as the record's declaration says.
 * Refusals: record_without_days (from or to for a record that is not placed in time), days_reversed, limited (no KPI of the
 * reader's mechanisms names the record).
 */
export async function readRecords(
  work: Work,
  r: RecordDeclaration,
  input: RecordFilter & { after?: readonly string[]; limit: number },
): Promise<{ rows: StoredRecord[]; next: string[] | null }> {
  work.require('record.read');
  checkFilter(r, input);
  if (!seesRecord(work, r)) throw new Refusal('limited', 403);
  const key = keyOf(r);
  const params: unknown[] = [work.tenant.id];
  const bind = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  const where = ['tenant_id = $1'];
  if (work.limits.channels) where.push(withinChannels(r, bind(work.limits.channels, 'text[]')));
  if (input.feedId) where.push(`feed_id = ${bind(input.feedId, 'uuid')}`);
  if (input.from) where.push(`day >= ${bind(input.from, 'date')}`);
  if (input.to) where.push(`day <= ${bind(input.to, 'date')}`);
  if (input.after) {
    const values = input.after.map((value, n) => bind(value, key[n] === 'feed_id' ? 'uuid' : 'text'));
    where.push(`(${key.join(', ')}) > (${values.join(', ')})`);
  }
  const columns = readableColumns(r).map((c) => `"${c}"`);
  const rows = await work.query<StoredRecord>(
    `select ${columns.join(', ')} from app.${r.table} r where ${where.join(' and ')}
     order by ${key.join(', ')} limit ${bind(input.limit + 1, 'int')}`,
    params,
  );
  const more = rows.length > input.limit;
  if (more) rows.length = input.limit;
  const last = rows.at(-1);
  return { rows, next: more && last ? key.map((column) => String(last[column])) : null };
}

/** The record's condition with the parameter that holds the channels. */
const withinChannels = (r: RecordDeclaration, param: string): string => r.channels.replaceAll('$channels', () => param);

/** Refuses what would silently answer nothing or everything. */
export function checkFilter(r: RecordDeclaration, { from, to }: RecordFilter): void {
  if ((from || to) && !r.at.length)
    throw new Refusal('record_without_days', 400, { record: r.name }, from ? 'from' : 'to');
  if (from && to && from > to) throw new Refusal('days_reversed', 400, { from, to }, 'from');
}
