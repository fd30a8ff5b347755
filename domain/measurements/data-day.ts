import { type Day, daysBetween, isDay, minDay } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { today as todayOf } from './tenant-today';

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
  return at === undefined ? (await dataDay(work)).at : checkDay(at, 'at');
}

/** A day of the calendar within the years that records can have. */
export function checkDay(value: string, field: string): Day {
  if (!isDay(value) || value < '1901-01-01' || value >= '2200-01-01')
    throw new Refusal('not_a_day', 422, { value: value.slice(0, 40) }, field);
  return value;
}
