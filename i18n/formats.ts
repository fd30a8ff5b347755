import { addDays, type Day, daysBetween } from '@/lib/day';
import { fileSize } from '@/lib/file-size';
import type { Locale } from './locale';

/** What a KPI is measured in (kpis/): '%' 0–100, 'ratio' 0–1, 'points' 0–10,000, and plain counts of something. */
export type Unit = string;

/** Amounts from here on are shortened where the exact figure is a click away: 10 万 in Chinese, 100K in English. */
const shortFrom = 100_000;

const wholeDay = { year: 'numeric', month: 'short', day: 'numeric' } as const;

/** To make a formatter costs more than to use it a thousand times: each is made once. */
function keptBy<Options, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const kept = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = kept.get(key) ?? make(options);
    kept.set(key, known);
    return known;
  };
}

const minorDigits = keptBy(
  (currency: string): number =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);

/**
 * Numbers, money and dates as a reader of `locale` writes them. `zone` is the IANA zone in which instants are told; days
 * have none. Missing values are never formatted: the caller says why there is none.
 */
function makeFormats(locale: Locale, zone: string) {
  const formatter = keptBy((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const dates = keptBy((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
  const stamps = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const number = (value: number, digits = 0, least = 0): string =>
    formatter({ maximumFractionDigits: digits, minimumFractionDigits: least }).format(value);

  const short = (value: number): string =>
    Math.abs(value) < shortFrom
      ? number(value)
      : formatter({ notation: 'compact', maximumFractionDigits: 2 }).format(value);

  const signed = (value: number, digits: number): string =>
    formatter({
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
      signDisplay: 'exceptZero',
    }).format(value);

  const digitsOf = (unit: Unit): number => (unit === '%' ? 1 : unit === 'ratio' ? 2 : unit === 'points' ? 0 : 1);

  /** A KPI's value without its unit, for a place that shows the unit apart. */
  const value = (amount: number, unit: Unit): string => number(amount, digitsOf(unit), digitsOf(unit));

  /** A value rounded as `value` writes it. */
  const asShown = (amount: number, unit: Unit): number =>
    Number(formatter({ maximumFractionDigits: digitsOf(unit), useGrouping: false }).format(amount));

  const date = (day: Day, options: Intl.DateTimeFormatOptions): string =>
    dates({ ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));

  return {
    locale,
    zone,
    number,
    short,
    value,
    digitsOf,
    /** The unit as it stands behind a number; empty where the number says it all. */
    unit: (unit: Unit): string =>
      unit === '%' ? '%' : unit === 'points' ? (locale === 'en' ? 'points' : '点') : unit === 'ratio' ? '' : unit,
    /** A value with its unit in one piece. */
    full: (amount: number, unit: Unit): string => `${value(amount, unit)}${unit === '%' ? '%' : ''}`,
    /** How far a value went: what lies between the two as they are shown; of a percentage in points. */
    change: (now: number, before: number, unit: Unit): string => {
      const size = signed(asShown(now, unit) - asShown(before, unit), digitsOf(unit));
      return unit === '%' ? `${size} ${locale === 'en' ? 'pts' : '个百分点'}` : size;
    },
    signed,
    percent: (share: number, digits = 1): string =>
      formatter({ style: 'percent', maximumFractionDigits: digits }).format(share),
    /** An exact amount of money from integer minor units. */
    money: (minor: number, currency: string): string =>
      formatter({ style: 'currency', currency, currencyDisplay: 'code' })
        .format(minor / 10 ** minorDigits(currency))
        .replace(/\u00a0/g, ' '),
    /** A large amount at a glance: 万 and 亿 for Chinese readers. */
    moneyShort: (minor: number, currency: string): string =>
      `${short(Math.round(minor / 10 ** minorDigits(currency)))} ${currency}`,
    day: (day: Day): string => date(day, wholeDay),
    dayShort: (day: Day): string => date(day, { month: 'short', day: 'numeric' }),
    weekday: (day: Day): string => date(day, { weekday: 'long', month: 'long', day: 'numeric' }),
    month: (day: Day): string => date(day, { year: 'numeric', month: 'short' }),
    instant: (at: Date): string =>
      dates({
        timeZone: zone,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(at),
    /** An instant in a table, where it must be short and sort by eye: 2026-03-02 04:30. */
    stamp: (at: Date): string => stamps.format(at),
    time: (at: Date): string =>
      dates({ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at),
    /** How long ago, in the one unit that says enough: "3 hours ago", "昨天". */
    ago(at: Date, now: Date): string {
      const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
      const size = Math.abs(seconds);
      if (size < 90) return relative.format(0, 'second');
      if (size < 5400) return relative.format(Math.round(seconds / 60), 'minute');
      if (size < 129_600) return relative.format(Math.round(seconds / 3600), 'hour');
      if (size < 5_184_000) return relative.format(Math.round(seconds / 86_400), 'day');
      if (size < 63_115_200) return relative.format(Math.round(seconds / 2_629_800), 'month');
      return relative.format(Math.round(seconds / 31_557_600), 'year');
    },
    /** A length of time in hours, in the unit that says enough. */
    hours(hours: number): string {
      const [amount, unit] = hours < 48 ? [Math.max(0, hours), 'hour'] : [hours / 24, 'day'];
      return formatter({
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: 0,
      }).format(amount);
    },
    daysUntil(day: Day, today: Day): string {
      return relative.format(daysBetween(today, day), 'day');
    },
    /** The days of a window that ends on `day`. */
    span: (day: Day, length: number): string =>
      locale === 'en'
        ? dates({ ...wholeDay, timeZone: 'UTC' }).formatRange(
            Date.parse(`${addDays(day, 1 - length)}T00:00:00Z`),
            Date.parse(`${day}T00:00:00Z`),
          )
        : // Of a range Intl writes the days with strokes, not as it writes one day.
          `${date(addDays(day, 1 - length), wholeDay)} – ${date(day, wholeDay)}`,
    bytes: (size: number): string => fileSize(size, locale),
    list: (parts: string[]): string => conjunction.format(parts),
    country(code: string): string {
      try {
        return regions.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}

export type Formats = ReturnType<typeof makeFormats>;

const kept = new Map<string, Formats>();

/** The formats of a language and zone (see above); made once. */
export function formatsFor(locale: Locale, zone: string): Formats {
  const key = `${locale} ${zone}`;
  const known = kept.get(key) ?? makeFormats(locale, zone);
  kept.set(key, known);
  return known;
}
