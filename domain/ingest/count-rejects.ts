import type { Work } from '../work';
import { type RejectScope, rejectsOf } from './rejects-of';

/** How many rows of a run or feed were kept aside for a fault in which field ('': the whole row), most first. Refusals as of rejectsOf. */
export async function countRejects(work: Work, input: RejectScope): Promise<{ field: string; count: number }[]> {
  work.require('feed.read');
  const params: unknown[] = [work.tenant.id];
  return work.query(
    `select coalesce(field, '') as field, count(*)::int as count from app.rejects
     where tenant_id = $1 and ${await rejectsOf(work, input, params)} group by 1 order by 2 desc, 1`,
    params,
  );
}
