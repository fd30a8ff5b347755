import { notFound } from 'next/navigation';
import { Refusal } from '@/domain/errors';
import { type Work, withTenant } from '@/domain/work';
import { type Entry, requireAccess } from './require-access';

// A place in a list or a value that nobody ever got from us, and what the reader's role does not open.
const nothingHere = new Set(['bad_cursor', 'forbidden', 'value_unusable']);

/**
 * Reads for a page: access, one unit of work that can change nothing, and "not found" for what is not there, or not there for
 * this reader.
 */
export async function read<T>(slug: string, verb: (work: Work, entry: Entry) => Promise<T>): Promise<T> {
  const entry = await requireAccess(slug);
  try {
    return await withTenant(entry.access, (work) => verb(work, entry), { reads: true });
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || nothingHere.has(error.code))) notFound();
    throw error;
  }
}

/** The same where a refusal is something to show: a file that cannot be read, a number that is out of range. */
export async function tryRead<T>(
  slug: string,
  verb: (work: Work, entry: Entry) => Promise<T>,
): Promise<{ result: T; refusal: null } | { result: null; refusal: Refusal }> {
  try {
    return { result: await read(slug, verb), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { result: null, refusal: error };
    throw error;
  }
}
