/** A calendar date `YYYY-MM-DD`, without a time or a zone. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Rows and windows ask for the same few thousand days again and again. */
function remembered<From extends string | number, To>(make: (from: From) => To): (from: From) => To {
  const kept = new Map<From, To>();
  return (from) => {
    let made = kept.get(from);
    if (made === undefined) {
      made = make(from);
      if (kept.size > 100_000) kept.clear();
      kept.set(from, made);
    }
    return made;
  };
}

/** The day as a count of days since 1970-01-01; makes calendar arithmetic plain integers. */
export const toEpochDay = remembered((day: Day): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY));

const fromEpochDay = remembered((n: number): Day => new Date(n * MS_PER_DAY).toISOString().slice(0, 10));

export const addDays = (day: Day, n: number): Day => fromEpochDay(toEpochDay(day) + n);

/** Whole days from `a` to `b`; positive when `b` is later. */
export const daysBetween = (a: Day, b: Day): number => toEpochDay(b) - toEpochDay(a);

/** All days from `from` to `to`, both included; empty when `to` is before `from`. */
export function dayRange(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let n = toEpochDay(from), end = toEpochDay(to); n <= end; n++) days.push(fromEpochDay(n));
  return days;
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
export const firstOfNextMonth = (day: Day): Day => firstOfMonth(addDays(firstOfMonth(day), 31));
export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
export const isDay = (text: string): boolean =>
  /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  fromEpochDay(toEpochDay(text)) === text;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatter(zone: string): Intl.DateTimeFormat {
  let f = formatters.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, f);
  }
  return f;
}

/** Milliseconds to add to UTC for local time in an IANA zone. Zones change only on quarter hours, so the answer is kept by quarter. */
export function zoneOffsetMs(epochMs: number, zone: string): number {
  const quarter = Math.floor(epochMs / 900_000);
  let byQuarter = offsets.get(zone);
  if (!byQuarter) {
    byQuarter = new Map();
    offsets.set(zone, byQuarter);
  }
  const known = byQuarter.get(quarter);
  if (known !== undefined) return known;
  const start = quarter * 900_000;
  const p: Record<string, number> = {};
  for (const part of formatter(zone).formatToParts(start))
    if (part.type !== 'literal') p[part.type] = Number(part.value);
  const offset = Date.UTC(p.year!, p.month! - 1, p.day!, p.hour!, p.minute!, p.second!) - start;
  if (byQuarter.size > 200_000) byQuarter.clear();
  byQuarter.set(quarter, offset);
  return offset;
}

/** The calendar date on which an instant falls in an IANA zone. */
export function localDay(instant: Date | number, zone: string): Day {
  const ms = typeof instant === 'number' ? instant : instant.getTime();
  return fromEpochDay(Math.floor((ms + zoneOffsetMs(ms, zone)) / MS_PER_DAY));
}

/** The instant at which a day begins in an IANA zone. */
export function startOfDay(day: Day, zone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const guess = utc - zoneOffsetMs(utc, zone);
  return new Date(utc - zoneOffsetMs(guess, zone));
}
