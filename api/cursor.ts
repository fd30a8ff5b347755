import { Refusal } from '@/domain/errors';

/** A place in a list as an opaque text. */
export const cursorOf = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The place that a cursor stands for; refuses what is none (cursor_unknown). */
export function placeOf(cursor: string, parts: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // said below
  }
  throw new Refusal('cursor_unknown', 400, {}, 'cursor');
}
