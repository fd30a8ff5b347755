import { addDays, type Day, firstOfMonth, firstOfNextMonth, minDay } from '../lib/day';
import type { WindowId } from './kpi';

const trailing: Partial<Record<WindowId, number>> = { '28d': 28, '365d': 365 };

/** The first day of the window that ends on `day`. */
export function windowFrom(window: WindowId, day: Day): Day {
  const days = trailing[window];
  return days ? addDays(day, 1 - days) : firstOfMonth(day);
}

/** The last day, not after `until`, whose window still holds `day`. */
export function windowReach(window: WindowId, day: Day, until: Day): Day {
  const days = trailing[window];
  return minDay(days ? addDays(day, days - 1) : addDays(firstOfNextMonth(day), -1), until);
}
