import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
import { proposeSlug } from './propose-slug';
import { checkSlug } from './slug';

/** What there is to say to a short name that somebody thinks of: null when it is free, else why not, and one that is. */
export async function checkWish(slug: string): Promise<{ refusal: Refusal | null; proposal: string }> {
  const proposal = await proposeSlug(slug.slice(0, 200));
  try {
    checkSlug(slug);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error, proposal };
    throw error;
  }
  const [taken] = await directoryQuery('select 1 from directory.tenants where slug = $1', [slug]);
  return { refusal: taken ? new Refusal('slug_taken', 409, { slug, proposal }, 'slug') : null, proposal };
}
