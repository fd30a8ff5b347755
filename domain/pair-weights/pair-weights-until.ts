import type { Day } from '@/lib/day';
import type { Work } from '../work';
import type { PairWeights } from './pair-weight-set';

/** What the join pairs weigh on each day up to the last, as a question: undefined where all weigh the same. For measuring. */
export async function pairWeightsUntil(work: Work, last: Day): Promise<(day: Day) => PairWeights | undefined> {
  const versions = await work.query<{ starts_on: Day; own: PairWeights | null }>(
    `select starts_on, own from app.rules where tenant_id = $1 and topic = 'pairs' and starts_on <= $2 order by version desc`,
    [work.tenant.id, last],
  );
  return (day) => versions.find(({ starts_on }) => starts_on <= day)?.own ?? undefined;
}
