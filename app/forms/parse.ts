import { Refusal } from '@/domain/errors';

/** A text field's trimmed content. */
export const textIn = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A password as it was typed: blanks count. */
export const secretIn = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

/** A number as people type it: a point or a comma before the decimals, signs of either width. Refusal: `number_invalid`. */
export function numberIn(data: FormData, name: string): number {
  const typed = textIn(data, name);
  const value = Number(typed.normalize('NFKC').replace(',', '.'));
  if (typed === '' || !Number.isFinite(value)) throw new Refusal('number_invalid', 422, { value: typed }, name);
  return value;
}

/** What was ticked of a list of checkboxes (components/form/check-list.tsx). */
export const tickedIn = (data: FormData, name: string): string[] =>
  [...data.keys()].filter((key) => key.startsWith(`${name}:`)).map((key) => key.slice(name.length + 1));

/** A whole number. Refusal: `number_invalid`. */
export function wholeIn(data: FormData, name: string): number {
  const value = numberIn(data, name);
  if (!Number.isInteger(value)) throw new Refusal('number_invalid', 422, { value: textIn(data, name) }, name);
  return value;
}
