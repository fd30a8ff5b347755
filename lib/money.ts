import { minorUnits } from '@/lib/values/currencies';
import { scaled, unscaled } from '@/lib/values/decimal';

/**
 * An exact amount (`-12.345`) in whole minor units of its currency, rounded half away from zero.
 * @throws RangeError when the text is no plain decimal or the amount is beyond what a number holds exactly (9 × 10^15)
 */
export function toMinor(decimal: string, currency: string): number {
  const minor = Number(scaled(decimal, minorUnits(currency)));
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${decimal} ${currency} is too large`);
  return minor;
}

/** The exact amount that so many minor units of a currency are, without trailing zeros: (1250, 'EUR') is '12.5'. */
export function fromMinor(minor: number | bigint, currency: string): string {
  return unscaled(BigInt(minor), minorUnits(currency));
}
