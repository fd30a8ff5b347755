import { expect, it } from 'vitest';
import { parseBoolean } from './parse-boolean';
import { parseDate } from './parse-date';
import { parseInteger } from './parse-integer';
import type { Parsed } from './parsed';

const shown = (result: Parsed<unknown>) => (result.ok ? result.value : `!${result.code}`);

it.each([
  ['2025-03-01', undefined, '2025-03-01'],
  ['2025-03-01T01:00:00+08:00', undefined, '2025-03-01'],
  ['3/4/25', 'M/d/yy', '2025-03-04'],
  ['3/4/25', 'd/M/yy', '2025-04-03'],
  ['3/4/25', undefined, '!date_format_needed'],
  ['45717', undefined, '2025-03-01'],
  ['2-Jun-06', undefined, '2006-06-02'],
  ['', undefined, '!empty'],
  ['1066-10-14', undefined, '!date_out_of_range'],
])('date %j in %s is %s', (text, dateFormat, expected) => {
  expect(shown(parseDate(text, dateFormat === undefined ? {} : { dateFormat }))).toBe(expected);
});

it.each([
  ['6', 6],
  ['1,200', 1200],
  ['-6.0', -6],
  ['6.5', '!not_a_whole_number'],
  ['9007199254740993', '!number_too_large'],
  ['six', '!not_a_number'],
])('whole number %j is %s', (text, expected) => expect(shown(parseInteger(text, { decimal: '.' }))).toBe(expected));

it.each([
  ['Yes', true],
  ['TRUE', true],
  ['是', true],
  ['１', true],
  ['no', false],
  ['否', false],
  ['maybe', '!not_yes_or_no'],
  [' ', '!empty'],
])('yes or no %j is %s', (text, expected) => expect(shown(parseBoolean(text))).toBe(expected));
