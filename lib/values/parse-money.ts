import { toMinor } from '@/lib/money';
import { type DecimalSign, parseDecimal } from './parse-decimal';
import { type Parsed, parsed, unparsed } from './parsed';

/** An amount, written as `parseDecimal` reads it, in whole minor units of `currency` (ISO 4217), rounded half away from zero. */
export function parseMoney(
  text: string,
  { decimal, currency }: { decimal: DecimalSign; currency: string },
): Parsed<number> {
  const amount = parseDecimal(text, { decimal });
  if (!amount.ok) return amount;
  try {
    return parsed(toMinor(amount.value, currency));
  } catch {
    return unparsed('number_too_large', text);
  }
}
