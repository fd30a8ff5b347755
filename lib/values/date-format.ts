/** Parts of a date as written; null is for what the format does not have. */
export type WrittenDate = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  /** Minutes east of UTC, when the text says so itself. */
  offset: number | null;
};

/** Reads what is written; whether there is such a day is not asked. Null when it is not written so. */
export type DateReader = (text: string) => WrittenDate | null;

type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'offset'
  | 'zone'
  | 'skip';

const HALF = '([AaPp]\\.?[Mm]\\.?|上午|下午|凌晨|早上|中午|晚上)';

const TOKENS: [token: RegExp, part: Part, pattern: string][] = [
  [/^(yyyy|YYYY)/, 'year', '(\\d{4})'],
  [/^(yy|YY)/, 'shortYear', '(\\d{2})'],
  [/^M{3,4}/, 'monthName', '([\\p{L}.]{3,12})'],
  [/^M{1,2}/, 'month', '(\\d{1,2})'],
  [/^(d{1,2}|D{1,2})/, 'day', '(\\d{1,2})'],
  [/^H{1,2}/, 'hour', '(\\d{1,2})'],
  [/^h{1,2}/, 'hour12', '(\\d{1,2})'],
  [/^m{1,2}/, 'minute', '(\\d{1,2})'],
  [/^s{1,2}/, 'second', '(\\d{1,2})'],
  [/^S{1,9}/, 'fraction', '(\\d{1,9})'],
  [/^a+/, 'half', HALF],
  [/^(X{1,3}|x{1,3}|Z{1,5})/, 'offset', '(Z|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|UTC|GMT)'],
  [/^z{1,4}/, 'zone', '([A-Z]{2,5})'],
  [/^E{1,4}/, 'skip', '([\\p{L}.]{1,12})'],
];

/** Minutes east of UTC of the abbreviations that mean one zone only. */
const ZONES: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  PST: -480,
  PDT: -420,
  MST: -420,
  MDT: -360,
  CDT: -300,
  EST: -300,
  EDT: -240,
  BST: 60,
  CET: 60,
  CEST: 120,
  JST: 540,
  AEST: 600,
  AEDT: 660,
};

/** Years written with two digits lie in the hundred years that end with 2069. */
const fullYear = (short: number): number => (short < 70 ? 2000 + short : 1900 + short);

/**
 * Makes a reader of dates written in a format of `yyyy yy MMMM MMM MM M dd d HH H hh h mm m ss s SSS a XXX z EEE`; anything else
 * in the format stands for itself, letters in quotes ('…'). Numbers may be written with fewer or leading zeros than
 * the format shows; blanks may be more. Month names: English, German, French, Spanish, Italian, Portuguese, Dutch.
 * @throws RangeError when the format has no day, month or year or has letters that mean nothing
 */
export function dateReader(format: string): DateReader {
  const { pattern, parts } = compile(format);
  // Without need, Unicode mode costs a third of the speed.
  const regex = new RegExp(`^\\s*${pattern}\\s*$`, pattern.includes('\\p{') ? 'u' : '');
  return (text) => {
    const match = regex.exec(text);
    if (!match) return null;
    const date: WrittenDate = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, ms: 0, offset: null };
    let half = '';
    for (let i = 0; i < parts.length; i++) {
      const written = match[i + 1]!;
      switch (parts[i]) {
        case 'year':
          date.year = +written;
          break;
        case 'shortYear':
          date.year = fullYear(+written);
          break;
        case 'month':
          date.month = +written;
          break;
        case 'monthName':
          date.month = monthOf(written);
          break;
        case 'day':
          date.day = +written;
          break;
        case 'hour':
        case 'hour12':
          date.hour = +written;
          break;
        case 'minute':
          date.minute = +written;
          break;
        case 'second':
          date.second = +written;
          break;
        case 'fraction':
          date.ms = fractionToMs(written);
          break;
        case 'half':
          half = written;
          break;
        case 'offset':
          date.offset = offsetToMinutes(written);
          break;
        case 'zone': {
          const minutes = ZONES[written];
          if (minutes === undefined) return null;
          date.offset = minutes;
        }
      }
    }
    return half !== '' && !inHalf(date, half) ? null : date;
  };
}

/** Whether `dateReader` understands the format. */
export function isDateFormat(format: string): boolean {
  try {
    return compile(format).parts.length > 0;
  } catch {
    return false;
  }
}

function compile(format: string): { pattern: string; parts: Part[] } {
  const parts: Part[] = [];
  const patterns: { pattern: string; digits: number }[] = [];
  let rest = format.trim();
  while (rest !== '') {
    const literal = /^'((?:[^']|'')*)'/.exec(rest);
    const token = literal ? undefined : TOKENS.find(([start]) => start.test(rest));
    if (token) {
      const written = token[0].exec(rest)![0];
      patterns.push({ pattern: token[2], digits: token[2].startsWith('(\\d') ? written.length : 0 });
      parts.push(token[1]);
      rest = rest.slice(written.length);
      continue;
    }
    const text = literal ? literal[1]!.replaceAll("''", "'") : rest[0]!;
    if (!literal && /[A-Za-z]/.test(text) && text !== 'T') throw new RangeError(`no date format: ${format}`);
    for (const char of text) {
      patterns.push({ pattern: /\s/.test(char) ? '\\s+' : char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'), digits: 0 });
    }
    rest = rest.slice(literal ? literal[0].length : 1);
  }
  const has = (...names: Part[]) => parts.some((part) => names.includes(part));
  if (!has('year', 'shortYear') || !has('month', 'monthName') || !has('day') || new Set(parts).size < parts.length) {
    throw new RangeError(`no date format: ${format}`);
  }
  // Where digits follow digits (yyyyMMdd) only their number tells them apart.
  const pattern = patterns.map(({ pattern, digits }, i) => {
    // `8:05 PM` is also written `8:05PM`.
    if (pattern === '\\s+' && patterns[i + 1]?.pattern === HALF) return '\\s*';
    const touching = digits > 0 && ((patterns[i - 1]?.digits ?? 0) > 0 || (patterns[i + 1]?.digits ?? 0) > 0);
    return touching ? `(\\d{${digits}})` : pattern;
  });
  return { pattern: pattern.join('').replaceAll('\\s+\\s+', '\\s+'), parts };
}

function inHalf(date: WrittenDate, half: string): boolean {
  const afternoon = /^[Pp]|下午|晚上|中午/.test(half);
  if (date.hour > 12) return afternoon;
  if (date.hour === 12) date.hour = afternoon ? 12 : 0;
  else if (afternoon && !(half === '中午' && date.hour === 11)) date.hour += 12;
  return true;
}

/** Minutes east of UTC of `+08:00`, `-0530`, `UTC+8`, `Z`. */
export function offsetToMinutes(written: string): number {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(written);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** There is such a day and such a time. */
export function isDate({ year, month, day, hour, minute, second }: WrittenDate): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return false;
  if (hour === 24 && (minute > 0 || second > 0)) return false;
  return day <= 28 || day <= daysIn(year, month);
}

/** Milliseconds of the digits after the point. */
export const fractionToMs = (digits: string): number => Number(digits.slice(0, 3).padEnd(3, '0'));

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

let monthNames: Map<string, number> | undefined;

function monthOf(name: string): number {
  monthNames ??= allMonthNames();
  return monthNames.get(name) ?? monthNames.get(plainName(name)) ?? 0;
}

function allMonthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const name = plainName(format.format(Date.UTC(2001, month - 1, 1)));
        if (!names.has(name)) names.set(name, month);
      }
    }
  }
  return names.set('sept', 9).set('mrz', 3);
}
