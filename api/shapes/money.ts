import type { z } from 'zod';
import { fromMinor } from '@/lib/money';
import { minorUnits } from '@/lib/values/currencies';
import type { Money } from './scalar';

/** So many minor units as a decimal string with all of the currency's digits: 1250 EUR is "12.50". */
export function amountText(minor: number, currency: string): string {
  const digits = minorUnits(currency);
  const [whole, part = ''] = fromMinor(minor, currency).split('.');
  return digits ? `${whole}.${part.padEnd(digits, '0')}` : whole!;
}

export const moneyJson = (minor: number, currency: string): z.input<typeof Money> => ({
  amount: amountText(minor, currency),
  currency,
});
