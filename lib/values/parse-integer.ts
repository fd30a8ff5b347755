import { type DecimalSign, parseDecimal } from './parse-decimal';
import { type Parsed, parsed, unparsed } from './parsed';

/** A whole number, written like any number (`1,200`, `6.0`). */
export function parseInteger(text: string, options: { decimal: DecimalSign }): Parsed<number> {
  const decimal = parseDecimal(text, options);
  if (!decimal.ok) return decimal;
  if (decimal.value.includes('.')) return unparsed('not_a_whole_number', text);
  const value = Number(decimal.value);
  return Number.isSafeInteger(value) ? parsed(value) : unparsed('number_too_large', text);
}
