import { addDays, type Day, localDay, toEpochDay, zoneOffsetMs } from '@/lib/day';
import type { DigestId } from './digest';

const HOUR_MS = 3_600_000;
/** A digest that could not be prepared in time is still sent this long after its hour; later it is yesterday's paper. */
const LATEST_MS = 6 * HOUR_MS;

const isMonday = (day: Day): boolean => (toEpochDay(day) + 4) % 7 === 1;

/** The instant of a local hour. An hour that the clocks skip becomes the one after it; of one that comes twice, the first. */
export function localInstant(day: Day, hour: number, zone: string): Date {
  const wall = toEpochDay(day) * 24 * HOUR_MS + hour * HOUR_MS;
  const offsets = [zoneOffsetMs(wall - 14 * HOUR_MS, zone), zoneOffsetMs(wall + 14 * HOUR_MS, zone)];
  const [before, after] = [offsets[0]!, offsets[1]!];
  for (const offset of [before, after]) {
    const at = wall - offset;
    if (zoneOffsetMs(at, zone) === offset) return new Date(at);
  }
  return new Date(wall - before);
}

/**
 * The period, named by the reader's date, for which a digest is due at an instant; null when none is. Daily: each day at the
 * hour; weekly: Mondays. Up to six hours late.
 */
export function duePeriod(digest: DigestId, hour: number, zone: string, at: Date): Day | null {
  const today = localDay(at, zone);
  for (const day of [today, addDays(today, -1)]) {
    if (digest === 'weekly' && !isMonday(day)) continue;
    const late = at.getTime() - localInstant(day, hour, zone).getTime();
    if (late >= 0 && late < LATEST_MS) return day;
  }
  return null;
}

/** The period that a digest sent by hand belongs to: today, or this week's Monday. */
export function presentPeriod(digest: DigestId, zone: string, at: Date): Day {
  const today = localDay(at, zone);
  return digest === 'daily' ? today : addDays(today, -((toEpochDay(today) + 3) % 7));
}
