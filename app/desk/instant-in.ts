import { textIn } from '@/app/forms/parse';
import { Refusal } from '@/domain/errors';
import { zoneOffsetMs } from '@/lib/day';

/** What a browser's field for date and time sends: 2026-03-01T09:00, by the clock of `zone`. Refusal: `instant_invalid`. */
export function instantIn(data: FormData, name: string, zone: string): Date {
  const typed = textIn(data, name);
  const utc = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/.test(typed)
    ? Date.parse(`${typed.replace(' ', 'T')}Z`)
    : Number.NaN;
  if (Number.isNaN(utc)) throw new Refusal('instant_invalid', 422, { value: typed.slice(0, 40) }, name);
  // The offset at the instant itself, which a first guess finds but for the hour in which clocks change.
  return new Date(utc - zoneOffsetMs(utc - zoneOffsetMs(utc, zone), zone));
}

/** The same the other way, for the field's first value. */
export const fieldOfInstant = (at: Date, zone: string): string =>
  new Date(at.getTime() + zoneOffsetMs(at.getTime(), zone)).toISOString().slice(0, 16);
