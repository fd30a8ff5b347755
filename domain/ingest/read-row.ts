import { createHmac } from 'node:crypto';
import { env } from '@/lib/env';
import { parseBoolean } from '@/lib/values/parse-boolean';
import { parseCountry } from '@/lib/values/parse-country';
import { parseCurrency } from '@/lib/values/parse-currency';
import { parseDate } from '@/lib/values/parse-date';
import { parseDecimal } from '@/lib/values/parse-decimal';
import { instantParser } from '@/lib/values/parse-instant';
import { parseInteger } from '@/lib/values/parse-integer';
import type { Parsed } from '@/lib/values/parsed';
import type { Field } from '@/records/record';
import type { Mapping } from './mapping';
import type { Problem } from './problem';
import { findTarget } from './targets';

/** Values of a target's fields as read: instants as ISO text, decimals and money as exact decimal text. */
export type Values = Record<string, string | number | boolean | null>;
export type RowReader = (cells: readonly string[]) => { values: Values; problems: Problem[] };

type Parse = (text: string) => Parsed<string | number | boolean>;

/** Personal data is kept only as a keyed hash: the same address gives the same hash, and nobody can go back. */
const hashIdentifier = (text: string): string =>
  createHmac('sha256', env().HASH_KEY).update(text.trim().toLowerCase()).digest('base64url').slice(0, 32);

const hashed = /^hashed:([\w-]{32})$/;

/** What a row that is kept aside holds of a personal cell: enough to read it again, nothing to learn from it. */
export const concealed = (text: string): string =>
  text.trim() === '' || hashed.test(text) ? text : `hashed:${hashIdentifier(text)}`;

function parserOf(field: Field, mapping: Mapping): Parse {
  const { decimal } = mapping;
  switch (field.kind) {
    case 'instant':
      return instantParser({ timezone: mapping.timezone, dateFormat: mapping.dateFormat });
    case 'date':
      return (text) => parseDate(text, { dateFormat: mapping.dateFormat });
    case 'country':
      return (text) => parseCountry(text, mapping.countryNames);
    case 'currency':
      return parseCurrency;
    case 'money':
    case 'decimal':
      return (text) => parseDecimal(text, { decimal });
    case 'integer':
      return (text) => parseInteger(text, { decimal });
    case 'boolean':
      return parseBoolean;
    case 'choice': {
      const known = new Map((field.choices ?? []).map((c) => [c.toLowerCase(), c]));
      return (text) => {
        const value = known.get(text.toLowerCase().replace(/[\s-]+/g, '_'));
        return value
          ? { ok: true, value }
          : { ok: false, code: 'unknown_choice' as never, params: { text, choices: (field.choices ?? []).join(', ') } };
      };
    }
    case 'hash':
      return (text) => ({ ok: true, value: hashed.exec(text)?.[1] ?? hashIdentifier(text) });
    case 'text':
      return (text) => ({ ok: true, value: storable(text) });
  }
}

const halfCharacter = /\p{Cs}/gu;
const surrogate = /[\ud800-\udfff]/;

/** Text as PostgreSQL can hold it: without NUL, and without halves of characters. */
export const storable = (text: string): string =>
  !text.includes('\0') && !surrogate.test(text) ? text : text.replaceAll('\0', '').replace(halfCharacter, '\ufffd');

/** Texts longer than this in one cell are no field of trade; they are refused rather than cut. */
export const longestText = 10_000;
/** Names and keys stand in indexes, which hold 2,700 bytes a row; no number, date or country is as long either. */
export const longestName = 255;

/** What programs and people write into a cell where they have nothing. */
export const saysNothing = (text: string): boolean =>
  /^(?:[-–—]{1,3}|\\N|null|none|nan|#?n\/a|#(?:null|value|ref)!|无)?$/i.test(text);

/**
 * Makes a reader of rows for one mapping and header, compiled once. Every field that cannot be read is a problem of its
 * own; an empty optional field is null, and so is one that says it has nothing (`-`, `N/A`, `NULL`), unless `literal`. Error: `column_missing` problems for columns that the header lacks come first.
 */
export function rowReader(
  mapping: Mapping,
  header: readonly string[],
  { literal = false }: { literal?: boolean } = {},
): { read: RowReader; missing: Problem[] } {
  const target = findTarget(mapping.target)!;
  const missing: Problem[] = [];
  const plans = Object.entries(target.fields).flatMap(([name, field]) => {
    const column = mapping.columns[name];
    const index = column === undefined ? -1 : header.indexOf(column);
    if (column !== undefined && index < 0) missing.push({ code: 'column_missing', field: name, params: { column } });
    const constant = mapping.constants[name];
    if (index < 0 && constant === undefined && !field.required) return [];
    const parse = parserOf(field, mapping);
    // Columns repeat their values (country, currency, channel): remember them.
    const known = field.kind === 'country' || field.kind === 'currency' ? new Map<string, ReturnType<Parse>>() : null;
    const mayBeEmpty = !literal && field.kind !== 'boolean';
    const longest = field.prose ? longestText : longestName;
    return [{ name, field, index, constant: constant ?? '', parse, known, longest, mayBeEmpty }];
  });
  const read: RowReader = (cells) => {
    const values: Values = {};
    const problems: Problem[] = [];
    for (const { name, field, index, constant, parse, known, longest, mayBeEmpty } of plans) {
      const cell = index >= 0 ? cells[index]! : '';
      const own = cell.trim();
      const text = mayBeEmpty && own.length < 8 && saysNothing(own) ? constant : own || constant;
      if (text === '') {
        values[name] = null;
        if (field.required) problems.push({ code: 'empty', field: name, value: cell });
        continue;
      }
      if (text.length > longest) {
        problems.push({ code: 'too_long', field: name, value: text.slice(0, 100), params: { longest } });
        continue;
      }
      let result = known?.get(text);
      if (!result) {
        result = parse(text);
        known?.set(text, result);
      }
      if (result.ok) values[name] = result.value;
      else problems.push({ code: result.code, field: name, value: text.slice(0, 200), params: result.params });
    }
    return { values, problems };
  };
  return { read, missing };
}
