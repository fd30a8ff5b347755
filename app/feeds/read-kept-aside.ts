import { one } from '@/app/reading/asked';
import type { Search } from '@/app/shell/page-props';
import { askedPage } from '@/app/shell/table-place';
import { countRejects } from '@/domain/ingest/count-rejects';
import { listRejects, type Reject } from '@/domain/ingest/list-rejects';
import type { RejectScope } from '@/domain/ingest/rejects-of';
import { isLimited } from '@/domain/limits/limited';
import type { Work } from '@/domain/work';
import { askedField } from './asked-field';

/** A page of rows kept aside, and in which fields the faults of all of them lie. */
export interface Aside {
  data: Reject[];
  next: string | null;
  /** By field; '' is the whole row. */
  reasons: { field: string; count: number }[];
}

/** The rows kept aside of a run or a feed that an address asks for; null for who sees a part of the firm, as they are of anybody. */
export async function readKeptAside(
  work: Work,
  search: Search,
  of: RejectScope & { limit: number },
): Promise<Aside | null> {
  if (isLimited(work)) return null;
  const rows = await listRejects(work, { ...of, field: askedField(one(search, 'field')), ...askedPage({ search }) });
  return { ...rows, reasons: await countRejects(work, of) };
}
