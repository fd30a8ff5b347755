/** Exact arithmetic on plain decimals (`-12.5`), as `parseDecimal` gives them. */

/** `decimal` × 10^places, rounded half away from zero. @throws RangeError when the text is no plain decimal */
export function scaled(decimal: string, places: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new RangeError(`${JSON.stringify(decimal)} is no plain decimal`);
  const [, sign, whole, fraction = ''] = match;
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const rounded = fraction.charCodeAt(places) >= 53 /* 5 */ ? kept + 1n : kept;
  return sign === '-' ? -rounded : rounded;
}

/** The plain decimal that is `units` × 10^-places, without trailing zeros. */
export function unscaled(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** a × b, exactly. */
export function multiply(a: string, b: string): string {
  const places = placesOf(a) + placesOf(b);
  return unscaled(scaled(a, placesOf(a)) * scaled(b, placesOf(b)), places);
}

/** a + b, exactly. */
export function add(a: string, b: string): string {
  const places = Math.max(placesOf(a), placesOf(b));
  return unscaled(scaled(a, places) + scaled(b, places), places);
}

const placesOf = (decimal: string): number => (decimal.includes('.') ? decimal.length - decimal.indexOf('.') - 1 : 0);
