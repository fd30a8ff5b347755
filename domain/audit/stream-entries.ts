import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { type AuditEntry, type EntryFilter, listEntries } from './list-entries';

const rowsAtOnce = 1000;

/**
 * Every entry of the filter, newest first, a page at a time, each read in a transaction of its own: a slow reader holds no
 * connection. What is written meanwhile is newer than where the reading began, so nothing comes twice.
 */
export async function* streamEntries(access: Access, filter: EntryFilter): AsyncGenerator<AuditEntry[]> {
  let cursor: string | undefined;
  for (;;) {
    const page = await withTenant(access, (work) => listEntries(work, { ...filter, cursor, limit: rowsAtOnce }));
    yield page.data;
    if (!page.next) return;
    cursor = page.next;
  }
}
