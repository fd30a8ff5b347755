import { Refusal } from './errors';

/** The trimmed text, or null for none. Error `text_too_long`. */
export function shortText(text: string | null | undefined, most: number, field: string): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > most) throw new Refusal('text_too_long', 422, { most }, field);
  return trimmed || null;
}
