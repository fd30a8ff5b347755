import type { Title } from '@/records/record';

/**
 * A failure that the person can do something about. `code` names a sentence in messages (errors.<code>), `params` and `titles` fill it.
 * Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 = 422,
    readonly params: Record<string, string | number> = {},
    readonly field?: string,
    /** What of the sentence is said in the reader's language. */
    readonly titles: Record<string, Title> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }

  /** What is printed of one that nobody caught: not what a person typed. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `${this.name}: ${this.code}${this.stack?.replace(/^[^\n]*/, '')}`;
  }
}

/**
 * What the database says of a value that it cannot hold or compare: NUL in a text, a day out of its calendar, a number too
 * large, a text that is no number.
 */
const unusable = /^22(P05|P02|003|007|008|021)$/;

/** Whether the database refused a value that somebody gave. */
export const isUnusable = (error: unknown): boolean => unusable.test((error as { code?: string } | null)?.code ?? '');

export const valueUnusable = (): Refusal => new Refusal('value_unusable', 422);

/** What is not there and what belongs to another tenant look the same. */
export const notFound = (what: string): Refusal => new Refusal('not_found', 404, { what });
