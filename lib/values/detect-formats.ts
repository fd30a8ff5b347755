import { detectDateFormat } from './detect-date-format';
import { detectDecimalSign } from './detect-decimal-sign';
import type { DecimalSign } from './parse-decimal';

export type DetectedFormats = {
  /** null when dates are understood without a format, there are none, or day and month cannot be told apart. */
  dateFormat: string | null;
  /** The two formats, the likelier first, between which the cells leave the choice; null when they leave none. */
  ambiguous: [string, string] | null;
  /** null when no cell shows it. */
  decimal: DecimalSign | null;
  /** Cells such as `1,234` and none that shows what the comma is. */
  decimalAmbiguous: boolean;
};

/** What a sample of cells shows about how a file writes dates and numbers; for suggesting a mapping. */
export function detectFormats({
  dates,
  numbers,
}: {
  dates: readonly string[];
  numbers: readonly string[];
}): DetectedFormats {
  const { dateFormat, ambiguous } = detectDateFormat(dates);
  const { decimal, ambiguous: decimalAmbiguous } = detectDecimalSign(numbers);
  return { dateFormat, ambiguous, decimal, decimalAmbiguous };
}
