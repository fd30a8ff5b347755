import { type DateReader, dateReader, fractionToMs, isDate, offsetToMinutes, type WrittenDate } from './date-format';
import { excelSerialToWallClock } from './excel-serial';

/** The wall clock time as written (as if it were UTC, in ms) and, when the text says it, how many minutes east of UTC it is. */
export type ReadDate = { wallClock: number; offset: number | null };

const ISO =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?$/;

const written = (dates: readonly string[], times: readonly string[]): DateReader[] =>
  dates.flatMap((date) => times.map((time) => dateReader(date + time)));

/** Formats that can mean one thing only, without anyone saying so: the year first, or the month by its name. */
const UNMISTAKABLE: DateReader[] = [
  ...written(['yyyyMMdd'], ['', 'HHmmss', ' HHmmss', ' HH:mm', ' HH:mm:ss', "'T'HHmmss", "'T'HHmmssXXX"]),
  ...written(['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d'], [' h:mm a', ' h:mm:ss a']),
  ...written(['d.M.yyyy'], ['', ' HH:mm', ' HH:mm:ss']),
  ...written(
    [
      'd-MMM-yy',
      'd-MMM-yyyy',
      'd MMM yyyy',
      'd. MMM yyyy',
      'MMM d, yyyy',
      'EEE, d MMM yyyy',
      'EEE, MMM d, yyyy',
      'EEE MMM d yyyy',
    ],
    ['', ' HH:mm', ' HH:mm:ss', ' h:mm a', ' h:mm:ss a', ', h:mm a', ', h:mm:ss a', ' h:mm:ss a z', ' HH:mm:ss XXX'],
  ),
];

/** The same in Chinese, where blanks mean nothing and are taken out beforehand. */
const CHINESE: DateReader[] = [
  ...written(
    ['yyyy年M月d日'],
    ['', 'HH:mm', 'HH:mm:ss', 'HH时mm分', 'HH时mm分ss秒', 'ah:mm', 'ah:mm:ss', 'ah时mm分', 'ah时mm分ss秒', 'ah点mm分'],
  ),
  ...written(['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d'], ['ah:mm', 'ah:mm:ss']),
];

/** First and last serial taken for a date: 1930 to 2100. */
const SERIALS = [10_959, 73_051];

/** Reads a date in one of the ways that can mean one thing only: ISO 8601, Chinese, month names, Excel serials, unix times. */
export function readKnownDate(text: string): ReadDate | null {
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso);
  if (/^\d/.test(text) && /^\d{5,16}(\.\d+)?$/.test(text)) {
    const number = Number(text);
    const digits = text.split('.')[0]!.length;
    if (digits === 5) {
      const inRange = number >= SERIALS[0]! && number < SERIALS[1]!;
      return inRange ? { wallClock: excelSerialToWallClock(number), offset: null } : null;
    }
    if (digits === 10) return { wallClock: Math.floor(number * 1000), offset: 0 };
    if (digits === 13) return { wallClock: Math.floor(number), offset: 0 };
    if (digits === 16) return { wallClock: Math.floor(number / 1000), offset: 0 };
  }
  const chinese = /\p{Script=Han}/u.test(text);
  const plain = chinese ? text.replace(/\s+/g, '').replace('号', '日').replace('時', '时') : text;
  for (const read of chinese ? CHINESE : UNMISTAKABLE) {
    const date = read(plain);
    const known = date && wallClockOf(date);
    if (known) return known;
  }
  return null;
}

/** Null when there is no such day or time. */
export function wallClockOf(date: WrittenDate): ReadDate | null {
  if (!isDate(date)) return null;
  const wallClock = Date.UTC(date.year, date.month - 1, date.day, date.hour, date.minute, date.second, date.ms);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (date.year < 100) return { wallClock: new Date(wallClock).setUTCFullYear(date.year), offset: date.offset };
  return { wallClock, offset: date.offset };
}

function fromIso(parts: string[]): ReadDate | null {
  const [, year, , month, day, hour = 0, minute = 0, second = 0, fraction, zone] = parts;
  return wallClockOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: fraction === undefined ? 0 : fractionToMs(fraction),
    offset: zone === undefined ? null : offsetToMinutes(zone),
  });
}
