import type { ReadDate } from './known-dates';
import { type Parsed, parsed, unparsed } from './parsed';
import { writtenDateReader } from './written-date';

const readers = new Map<string, (text: string) => Parsed<ReadDate>>();

/**
 * A calendar date (`yyyy-MM-dd`) written in any way that `parseInstant` reads. It is the date as written: a time of day and an
 * offset beside it are left out. @throws RangeError when the format is none
 */
export function parseDate(text: string, { dateFormat }: { dateFormat?: string } = {}): Parsed<string> {
  let read = readers.get(dateFormat ?? '');
  if (!read) {
    read = writtenDateReader(dateFormat);
    if (readers.size >= 100) readers.clear();
    readers.set(dateFormat ?? '', read);
  }
  const date = read(text);
  if (!date.ok) return date;
  const day = new Date(date.value.wallClock);
  const year = day.getUTCFullYear();
  return year >= 1900 && year < 2200 ? parsed(day.toISOString().slice(0, 10)) : unparsed('date_out_of_range', text);
}
