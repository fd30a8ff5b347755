import { zoneOffsetMs } from '@/lib/day';
import { type Parsed, parsed, unparsed } from './parsed';
import { writtenDateReader } from './written-date';

const MS_PER_DAY = 86_400_000;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
/** Texts remembered per parser: lines of an order repeat its time. */
const REMEMBERED = 2_000;

export type InstantOptions = { timezone: string; dateFormat?: string };

/**
 * Makes a parser of points in time for one mapping. The result is ISO 8601 in UTC (`2025-03-01T00:05:00.000Z`).
 *
 * `dateFormat` is tried first; then, or without it, what can mean one thing only: ISO 8601 with or without offset, `2025年3月1日 08:05`,
 * month names, `31.12.2025`, Excel serials, unix seconds and milliseconds. `3/4/25` needs a format (`date_format_needed`).
 *
 * Times without an offset of their own are wall clock times in `timezone`. A time that the clock shows twice (autumn) is
 * the earlier one; one that it never shows (spring) is as far after the jump as it would have been after the hour before it:
 * 02:30 becomes 03:30.
 * @throws RangeError when the zone or the format is none
 */
export function instantParser({ timezone, dateFormat }: InstantOptions): (text: string) => Parsed<string> {
  const read = writtenDateReader(dateFormat);
  const toInstant = zoneClock(timezone);
  const toIso = isoWriter();
  const remembered = new Map<string, Parsed<string>>();

  function parse(text: string): Parsed<string> {
    const date = read(text);
    if (!date.ok) return date;
    const { wallClock, offset } = date.value;
    const instant = offset === null ? toInstant(wallClock) : wallClock - offset * 60_000;
    if (!(instant >= EARLIEST && instant < LATEST)) return unparsed('date_out_of_range', text);
    return parsed(toIso(instant));
  }

  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const result = parse(text);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, result);
    return result;
  };
}

const parsers = new Map<string, (text: string) => Parsed<string>>();

/** Like `instantParser`, for a single text; parsers are kept. */
export function parseInstant(text: string, options: InstantOptions): Parsed<string> {
  const key = `${options.timezone} ${options.dateFormat ?? ''}`;
  let parser = parsers.get(key);
  if (!parser) {
    parser = instantParser(options);
    if (parsers.size >= 100) parsers.clear();
    parsers.set(key, parser);
  }
  return parser(text);
}

/** From wall clock (as if it were UTC) to instant, both in ms. */
function zoneClock(timezone: string): (wallClock: number) => number {
  zoneOffsetMs(0, timezone);
  let day = Number.NaN;
  let before = 0;
  let after = 0;
  return (wallClock) => {
    const its = Math.floor(wallClock / MS_PER_DAY);
    if (its !== day) {
      day = its;
      before = zoneOffsetMs((its - 1) * MS_PER_DAY, timezone);
      after = zoneOffsetMs((its + 2) * MS_PER_DAY, timezone);
    }
    if (before === after) return wallClock - before;
    for (const offset of [before, after])
      if (zoneOffsetMs(wallClock - offset, timezone) === offset) return wallClock - offset;
    return wallClock - before;
  };
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** `toISOString`, three times as quick for instants of the same day one after the other. */
function isoWriter(): (instant: number) => string {
  let day = Number.NaN;
  let date = '';
  return (instant) => {
    const its = Math.floor(instant / MS_PER_DAY);
    if (its !== day) {
      day = its;
      date = new Date(instant).toISOString().slice(0, 11);
    }
    const ms = instant - its * MS_PER_DAY;
    const second = Math.floor(ms / 1000);
    const hour = TWO_DIGITS[Math.floor(second / 3600)]!;
    const minute = TWO_DIGITS[Math.floor(second / 60) % 60]!;
    return `${date}${hour}:${minute}:${TWO_DIGITS[second % 60]!}.${String(ms % 1000).padStart(3, '0')}Z`;
  };
}
