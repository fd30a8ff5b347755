import { dateReader } from './date-format';
import { type ReadDate, readKnownDate, wallClockOf } from './known-dates';
import { type Parsed, parsed, unparsed } from './parsed';

const OTHER_THAN_ASCII = /[^\x20-\x7e]/;

/** Makes a reader of dates in a format, and else of those that can mean one thing only. @throws RangeError for a format that is none */
export function writtenDateReader(dateFormat: string | undefined): (text: string) => Parsed<ReadDate> {
  const inFormat = dateFormat ? dateReader(dateFormat) : null;
  const read = (text: string): ReadDate | null => {
    const date = inFormat?.(text);
    return (date && wallClockOf(date)) ?? readKnownDate(text);
  };
  return (text) => {
    // Full-width digits and colons become ordinary ones.
    const plain = (OTHER_THAN_ASCII.test(text) ? text.normalize('NFKC') : text).trim();
    if (plain === '') return unparsed('empty', text);
    const date = read(plain);
    if (date) return parsed(date);
    if (dateFormat) return unparsed('not_a_date', text, { format: dateFormat });
    return unparsed(/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/.test(plain) ? 'date_format_needed' : 'not_a_date', text);
  };
}
