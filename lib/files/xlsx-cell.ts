import { excelSerialToWallClock } from '@/lib/values/excel-serial';
import { parseDecimal } from '@/lib/values/parse-decimal';
import type { NumberMeaning } from './xlsx-styles';

/** The last day that Excel knows: 9999-12-31. */
const LAST_SERIAL = 2_958_466;

/**
 * A number cell as text: dates and times by their style as `2025-03-01`, `2025-03-01 08:05:00` or `08:05:00`; other numbers as plain
 * decimals of at most 15 digits, which is what Excel shows (its 2.5499999999999998 is 2.55).
 */
export function numberText(value: string, meaning: NumberMeaning, from1904: boolean): string {
  if (meaning === 'number') return plainNumber(value);
  const serial = Number(value);
  if (!(serial >= 0 && serial < LAST_SERIAL)) return plainNumber(value);
  const iso = new Date(excelSerialToWallClock(serial, from1904)).toISOString();
  if (meaning === 'time' && serial < 1) return iso.slice(11, 19);
  if (meaning === 'date' && Number.isInteger(serial)) return iso.slice(0, 10);
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

function plainNumber(value: string): string {
  // Up to 15 digits a number is written as it was entered.
  if (value.length <= 16 && /^(0|-?[1-9]\d{0,14}|-?(0|[1-9]\d*)\.\d*[1-9])$/.test(value)) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const decimal = parseDecimal(String(Number(number.toPrecision(15))), { decimal: '.' });
  return decimal.ok ? decimal.value : value;
}

/** The column of a cell reference, from 0: `C7` is 2. -1 when there is none. */
export function columnOf(reference: string | undefined): number {
  if (!reference) return -1;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
