import type { Day } from '@/lib/day';
import type { Work } from '../work';
import { type Scores, scoreDays, scoresFrom } from './read-scores';
import { compared, comparisonDay, type Reading, readingsOn } from './reading';

/** Every KPI's headline on a day with its change, and the scores that are made of them: read once. */
export async function readStanding(work: Work, { at }: { at: Day }): Promise<{ readings: Reading[]; scores: Scores }> {
  const { days, rules } = await readingsOn(work, scoreDays(work, at));
  return {
    readings: compared(days.get(at)!, days.get(comparisonDay(at))!),
    scores: scoresFrom(work, at, days, rules),
  };
}
