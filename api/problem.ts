import { Refusal } from '@/domain/errors';
import { type Locale, sentenceOf, textOf } from '@/domain/sentence';
import { errorFields, log } from '@/lib/log';

/** One wrong part of a request. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** A request that does not have the declared form, with every wrong part at once. */
export class Malformed extends Error {
  constructor(
    readonly status: 400 | 422,
    readonly problems: FieldProblem[],
  ) {
    super('malformed');
  }
}

const headers = (extra: Record<string, string>) => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  ...extra,
});

interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: FieldProblem[];
}

/** An RFC 9457 answer. `type` is stable; scripts go by it, not by the sentence. */
export function problemResponse(problem: Problem, locale: Locale, extra: Record<string, string> = {}): Response {
  const { status, code, detail, errors } = problem;
  const title = textOf(locale, `api.titles.${status}`);
  const body = { type: `/problems/${code}`, title, status, detail, ...(errors ? { errors } : {}) };
  return new Response(JSON.stringify(body), { status, headers: headers({ 'content-language': locale, ...extra }) });
}

/** Any failure as an answer. What is not the caller's doing is logged and told without its insides. */
export function problemOf(error: unknown, locale: Locale, extra: Record<string, string> = {}): Response {
  if (error instanceof Malformed) {
    const detail = error.problems.map((p) => p.message).join(' ');
    return problemResponse({ status: error.status, code: 'malformed', detail, errors: error.problems }, locale, extra);
  }
  if (error instanceof Refusal) {
    const detail = sentenceOf(error, locale);
    const errors = error.field ? [{ field: error.field, code: error.code, message: detail }] : undefined;
    const more = error.status === 401 ? { 'www-authenticate': 'Bearer realm="fairway"' } : undefined;
    return problemResponse({ status: error.status, code: error.code, detail, errors }, locale, { ...extra, ...more });
  }
  log('error', 'api.failed', errorFields(error));
  if (isOutage(error))
    return problemResponse(
      { status: 503, code: 'unavailable', detail: textOf(locale, 'api.details.unavailable') },
      locale,
      { ...extra, 'retry-after': '5' },
    );
  return problemResponse(
    { status: 500, code: 'internal', detail: textOf(locale, 'api.details.internal') },
    locale,
    extra,
  );
}

/** The database is away or is going away: trying again later helps. */
function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return (
    (typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P0[1-5]|53300|08\w{3})$/.test(code)) ||
    (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  );
}
