import { addDays, type Day, startOfDay } from '@/lib/day';

export const zone = 'Asia/Shanghai';
/** Eighteen months. */
export const demoDays = 548;

export const hour = 3_600_000;
export const dayMs = 24 * hour;

/** The days of the demo, and how far along each is. Everything in it lies before the beginning of `today`. */
export interface Calendar {
  today: Day;
  days: readonly Day[];
  /** The instant before which everything has happened. */
  until: number;
  /** 0 on the first day, 1 on the last: how far the firm has come. */
  progress(dayIndex: number): number;
  startOf(dayIndex: number): number;
  /** How many days before `today` an instant is. */
  age(instant: number): number;
}

export function calendarTo(today: Day): Calendar {
  const first = addDays(today, -demoDays);
  const until = startOfDay(today, zone).getTime();
  return {
    today,
    days: Array.from({ length: demoDays }, (_, i) => addDays(first, i)),
    until,
    progress: (i) => i / (demoDays - 1),
    startOf: (i) => until - (demoDays - i) * dayMs,
    age: (instant) => (until - instant) / dayMs,
  };
}

/** Between two values along the way from the first day to the last. */
export const between = (from: number, to: number, progress: number): number =>
  from + (to - from) * Math.min(1, Math.max(0, progress));

/** An instant as records carry it. */
export const iso = (instant: number): string => new Date(instant).toISOString();
