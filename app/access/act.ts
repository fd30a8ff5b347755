import type { FormState } from '@/app/forms/form-state';
import { typedValues } from '@/app/forms/form-state';
import { Refusal } from '@/domain/errors';
import { sentenceOf } from '@/domain/sentence';
import { type Work, withTenant } from '@/domain/work';
import { getLocale } from '@/i18n/request';
import { type Entry, requireAccess } from './require-access';

export type Outcome<T> = { done: true; result: T; state: FormState } | { done: false; state: FormState; code: string };

/**
 * The way of every change from a page: session, access, one unit of work, verb. What the verb refuses comes back as a
 * sentence at its field with everything that was typed. Redirects belong after it: thrown inside, they would undo the work.
 * @param options.stillOpen as of withTenant: what an owner may do while nothing else can be changed
 */
export async function act<T>(
  slug: string,
  data: FormData,
  verb: (work: Work, entry: Entry) => Promise<T>,
  options: { stillOpen?: boolean } = {},
): Promise<Outcome<T>> {
  const entry = await requireAccess(slug);
  try {
    return {
      done: true,
      result: await withTenant(entry.access, (work) => verb(work, entry), options),
      state: { ok: true },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { done: false, state: await refused(error, data), code: error.code };
  }
}

/** A refusal as a form shows it. */
export async function refused(refusal: Refusal, data: FormData): Promise<FormState> {
  return { message: sentenceOf(refusal, await getLocale()), field: refusal.field, values: typedValues(data) };
}
