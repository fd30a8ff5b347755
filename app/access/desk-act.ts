import { notFound } from 'next/navigation';
import { isUnusable, Refusal, valueUnusable } from '@/domain/errors';
import { type Outcome, refused } from './act';
import { type DeskEntry, requireDesk } from './require-desk';

/**
 * The way of every change from the desk: session, right to the desk, verb. What the verb refuses comes back as a sentence at
 * its field with everything that was typed. Redirects belong after it.
 */
export async function deskAct<T>(data: FormData, verb: (entry: DeskEntry) => Promise<T>): Promise<Outcome<T>> {
  const entry = await requireDesk();
  try {
    return { done: true, result: await verb(entry), state: { ok: true } };
  } catch (error) {
    const refusal = isUnusable(error) ? valueUnusable() : error;
    if (!(refusal instanceof Refusal)) throw error;
    return { done: false, state: await refused(refusal, data), code: refusal.code };
  }
}

/** Reads for a page of the desk; what is not there is not found. */
export async function deskRead<T>(verb: (entry: DeskEntry) => Promise<T>): Promise<T> {
  const entry = await requireDesk();
  try {
    return await verb(entry);
  } catch (error) {
    if (isUnusable(error) || (error instanceof Refusal && (error.status === 404 || error.code === 'bad_cursor')))
      notFound();
    throw error;
  }
}
