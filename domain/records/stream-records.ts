import type { RecordDeclaration } from '@/records/record';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { type RecordFilter, readRecords, type StoredRecord } from './read-records';

const rowsAtOnce = 2000;

/**
 * Every row, a page at a time, each read in a transaction of its own: a slow reader holds no connection and no snapshot. Rows
 * that are there all along come exactly once, as the order is that of the natural key.
 */
export async function* streamRecords(
  access: Access,
  r: RecordDeclaration,
  filter: RecordFilter,
): AsyncGenerator<StoredRecord[]> {
  let after: string[] | undefined;
  for (;;) {
    const page = await withTenant(access, (work) => readRecords(work, r, { ...filter, after, limit: rowsAtOnce }), {
      reads: true,
    });
    yield page.rows;
    if (!page.next) return;
    after = page.next;
  }
}
