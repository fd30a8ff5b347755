/**
 * A text read as a value, or why it is none. `params` fill the sentence's blanks; `params.text` is what was
 * read.
 */
export type Parsed<T> =
  | { ok: true; value: T }
  | { ok: false; code: ParseCode; params: Record<string, string | number> };

/** Why a text is no value; the sentences are messages problems.<code>. */
export const parseCodes = [
  'empty',
  'not_a_number',
  'wrong_decimal_sign',
  'misplaced_separator',
  'not_a_whole_number',
  'number_too_large',
  'not_a_date',
  'date_format_needed',
  'date_out_of_range',
  'not_yes_or_no',
  'unknown_country',
  'unknown_currency',
  'ambiguous_currency',
] as const;

export type ParseCode = (typeof parseCodes)[number];

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const unparsed = (
  code: ParseCode,
  text: string,
  params: Record<string, string | number> = {},
): Parsed<never> => ({
  ok: false,
  code,
  params: { text: text.length > 100 ? `${text.slice(0, 99)}…` : text, ...params },
});
