import { type Day, daysBetween, isDay, minDay } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { today as todayOf } from './partials';

export interface DataDay {
  today: Day;
  /** The last day, not after today, with data of any feed. */
  lastDay: Day | null;
  /** The day that pages show unless another is asked for: today, or the last day with data when that is over a week ago. */
  at: Day;
}

export async function dataDay(work: Work): Promise<DataDay> {
  const today = todayOf(work);
  const [row] = await work.query<{ last: Day | null }>(
    'select max(last_day) as last from app.feed_records where tenant_id = $1',
    [work.tenant.id],
  );
  const lastDay = row?.last ? minDay(row.last, today) : null;
  return { today, lastDay, at: lastDay && daysBetween(lastDay, today) > 7 ? lastDay : today };
}

/** The day asked for, checked, or the default one. */
export async function dayAsked(work: Work, at?: string): Promise<Day> {
  if (at === undefined) return (await dataDay(work)).at;
  if (!isDay(at)) throw new Refusal('not_a_day', 422, { value: at.slice(0, 40) }, 'at');
  return at;
}
