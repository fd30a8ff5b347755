import type { z } from 'zod';
import { type Locale, textOf } from '@/domain/sentence';
import { type FieldProblem, Malformed } from './problem';

type Issue = z.core.$ZodIssue;

function whatIsWrong(issue: Issue): { code: string; params: Record<string, string | number> } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && !('received' in issue)
        ? { code: 'missing', params: {} }
        : { code: 'wrong_type', params: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'not_one_of', params: { choices: issue.values.map(String).join(', ') } };
    case 'unrecognized_keys':
      return { code: 'unknown', params: { names: issue.keys.join(', ') } };
    case 'too_small':
      return { code: issue.origin === 'string' ? 'too_short' : 'too_small', params: { limit: Number(issue.minimum) } };
    case 'too_big':
      return { code: issue.origin === 'string' ? 'too_long' : 'too_big', params: { limit: Number(issue.maximum) } };
    case 'invalid_format':
      return { code: 'bad_format', params: { format: issue.format } };
    case 'custom':
      // A refinement may name a sentence of its own.
      return { code: `errors.${issue.message}`, params: { value: String(issue.input ?? '') } };
    default:
      return { code: 'unusable', params: {} };
  }
}

/** Zod's issues as sentences that name the field. `place` says where the value stood: body, query, form. */
function problemsOf(error: z.ZodError, place: string, locale: Locale): FieldProblem[] {
  return error.issues.map((issue) => {
    const { code, params } = whatIsWrong(issue);
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys' && issue.keys.length === 1) path.push(issue.keys[0]!);
    const field = path.join('.') || place;
    return problemFrom(locale, field, code, params);
  });
}

function problemFrom(
  locale: Locale,
  field: string,
  code: string,
  params: Record<string, string | number>,
): FieldProblem {
  const own = /^errors\.(.+)$/.exec(code)?.[1];
  const sentence = own ? textOf(locale, code, { field, ...params }) : undefined;
  if (own && sentence !== code) return { field, code: own, message: sentence! };
  const generic = own ? 'unusable' : code;
  return { field, code: generic, message: textOf(locale, `api.fields.${generic}`, { field, ...params }) };
}

/** The value in the declared form. Throws Malformed with a sentence for every wrong field. */
export function checked<S extends z.ZodType>(
  schema: S,
  value: unknown,
  place: 'body' | 'query' | 'form',
  locale: Locale,
): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Malformed(place === 'query' ? 400 : 422, problemsOf(parsed.error, place, locale));
}
