import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { dayAsked } from './data-day';
import { compared, comparisonDay, type Reading, readingsOn } from './reading';

/** Every KPI's headline on a day, with its change. */
export async function readAll(work: Work, input: { at?: Day } = {}): Promise<Reading[]> {
  const at = await dayAsked(work, input.at);
  const before = comparisonDay(at);
  const { days } = await readingsOn(work, [at, before]);
  return compared(days.get(at)!, days.get(before)!);
}
