import { addDays, type Day } from '@/lib/day';
import { type Direction, meets } from './milestone';
import type { Trend } from './trend';

/** When the target will be met, if the trend goes on. Each is null where it never is: on the trend, at its best, at its slowest. */
export interface Forecast {
  on: Day | null;
  from: Day | null;
  to: Day | null;
}

/** Beyond this a straight line says nothing; it counts as never. */
const farthestDays = 3 * 365;

function crossing(value: number, target: number, slope: number, today: Day): Day | null {
  const days = (target - value) / slope;
  return Number.isFinite(days) && days >= 0 && days <= farthestDays ? addDays(today, Math.ceil(days)) : null;
}

/**
 * The day on which a straight line from today's value meets the target: today + (target − value) ÷ slope, for the slope of
 * the trend and for both ends of its interval. A value that meets the target already gives today.
 */
export function forecastOf(value: number, target: number, direction: Direction, trend: Trend, today: Day): Forecast {
  if (meets(value, target, direction)) return { on: today, from: today, to: today };
  const [best, slowest] = direction === 'higher' ? [trend.high, trend.low] : [trend.low, trend.high];
  return {
    on: crossing(value, target, trend.slope, today),
    from: crossing(value, target, best, today),
    to: crossing(value, target, slowest, today),
  };
}
