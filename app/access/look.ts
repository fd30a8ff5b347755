import { Refusal } from '@/domain/errors';

/** What a page is to show, or the refusal that it shows instead. */
export async function look<T>(
  work: Promise<T>,
): Promise<{ found: T; refusal: null } | { found: null; refusal: Refusal }> {
  try {
    return { found: await work, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { found: null, refusal: error };
    throw error;
  }
}
