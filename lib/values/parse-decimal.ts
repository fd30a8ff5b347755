import { isCurrencyCode } from './currencies';
import { type Parsed, parsed, unparsed } from './parsed';

export type DecimalSign = '.' | ',';

/** Shortest already, and what only needs its zeros trimmed. */
const SHORTEST = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{0,17}[1-9])?$/;
const SIMPLE = { '.': /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/, ',': /^(-?)(\d{1,18})(?:,(\d{1,18}))?$/ };
/** Currency signs and codes (`€`, `US$`, `R$`, `EUR`, `kr`, `zł`, `元`, `美元`) before or after the number. */
const CURRENCY =
  /^(?:\p{L}{0,3}\p{Sc}|[A-Z]{3}(?![A-Z])|kr\.?|zł|Fr\.|Rs\.?|Kč|人民币)\s*|\s*(?:\p{L}{0,2}\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|人民币|[美欧日港]?元|英镑|円|원)$/u;
/** Signs for powers of ten after a number: `1.2万` is 12,000. */
const MYRIADS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 };
const GROUPED = /^\d{1,3}([,.' ])\d{3}(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})*,\d{3}$|^\d*$/;
/** Everything between a digit and an exponent that could overflow a column is refused. */
const MOST_DIGITS = 60;

/**
 * Reads an amount or a quantity as people and programs write it, exactly: the result is a plain decimal such as `-1234.5`,
 * without trailing zeros, never by way of a float. `decimal` is the decimal sign of the file; the other one, blanks and
 * apostrophes may group digits in threes (or, with commas, as in India: 12,34,567.89).
 *
 * Understands currency signs and codes around it, minus before or after, parentheses for negative, full-width digits and signs,
 * percent (`12.5%` is 0.125), 万 and 亿, and exponents (`1.2E+3`). A comma or point where grouping cannot have it is an error, so that `1,50`
 * in a file with decimal points is not taken for 150.
 */
export function parseDecimal(text: string, { decimal }: { decimal: DecimalSign }): Parsed<string> {
  if (decimal === '.' && SHORTEST.test(text) && text !== '-0') return parsed(text);
  const simple = SIMPLE[decimal].exec(text);
  if (simple) return parsed(plainDecimal(simple[1] === '-', simple[2]!, simple[3] ?? '', 0));

  const plain = withoutFrills(text);
  if (plain === '') return unparsed('empty', text);
  const bare = /^[\d.,]+$/.test(plain) ? { number: plain, negative: false, power: 0 } : withoutSigns(plain);
  if (!bare) return unparsed('not_a_number', text);
  const scientific = /^([^eE]*\d[^eE]*)[eE]([+-]?\d{1,2})$/.exec(bare.number);
  const number = scientific ? scientific[1]! : bare.number;
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(number)) return unparsed('not_a_number', text);

  const split = number.lastIndexOf(decimal);
  const whole = split < 0 ? number : number.slice(0, split);
  const fraction = split < 0 ? '' : number.slice(split + 1);
  if (!/^\d*$/.test(fraction) || whole.includes(decimal)) return unparsed('wrong_decimal_sign', text, { decimal });
  if (!GROUPED.test(whole)) return unparsed('misplaced_separator', text, { decimal });
  const digits = whole.replace(/\D/g, '');
  if (digits.length + fraction.length > MOST_DIGITS) return unparsed('number_too_large', text);
  const exponent = (scientific ? Number(scientific[2]) : 0) + bare.power;
  return parsed(plainDecimal(bare.negative, digits, fraction, exponent));
}

/** Full-width and typographic characters made ordinary, blanks tidied, the apostrophe that marks text in Excel left out. */
function withoutFrills(text: string): string {
  if (/^[\d.,]+$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .replace(/[\u2018\u2019\u00b4\u02bc`]/g, "'")
    .trim()
    .replace(/^'/, '');
}

/** Takes off what stands around a number, from both sides and in any order; null when signs contradict each other. */
function withoutSigns(text: string): { number: string; negative: boolean; power: number } | null {
  let rest = text;
  let minuses = 0;
  let power = 0;
  for (let before = ''; before !== rest; ) {
    before = rest;
    const signed = /^[+-]|[+-]$|^\(.*\)$/.exec(rest)?.[0];
    if (signed !== undefined && signed !== '+') minuses++;
    rest = rest.replace(/^\((.*)\)$|^[+-]|[+-]$/, '$1').trim();
    const scale = rest.endsWith('%') ? -2 : MYRIADS[rest.at(-1) ?? ''];
    if (scale !== undefined && power === 0) {
      power = scale;
      rest = rest.slice(0, -1).trim();
    }
    rest = rest
      .replace(CURRENCY, (sign) => (/^(?!RMB)[A-Z]{3}$/.test(sign.trim()) && !isCurrencyCode(sign.trim()) ? sign : ''))
      .trim();
  }
  return minuses > 1 ? null : { number: rest, negative: minuses === 1, power };
}

/** Puts sign, digits and a power of ten together as the shortest plain decimal. */
function plainDecimal(negative: boolean, whole: string, fraction: string, exponent: number): string {
  let all = whole + fraction;
  let point = whole.length + exponent;
  if (point < 0) {
    all = '0'.repeat(-point) + all;
    point = 0;
  }
  all = all.padEnd(point, '0');
  const before = all.slice(0, point).replace(/^0+/, '') || '0';
  const after = all.slice(point).replace(/0+$/, '');
  const value = after === '' ? before : `${before}.${after}`;
  return negative && value !== '0' ? `-${value}` : value;
}
