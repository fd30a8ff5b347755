/**
 * A failure that the person can do something about. `code` names a sentence in messages (errors.<code>), `params` fill it.
 * Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 = 422,
    readonly params: Record<string, string | number> = {},
    readonly field?: string,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** What is not there and what belongs to another tenant look the same. */
export const notFound = (what: string): Refusal => new Refusal('not_found', 404, { what });
