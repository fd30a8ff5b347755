import { Refusal } from '../errors';

/** Words that are, or may become, first segments of the site's own addresses. */
const reserved = new Set(
  'account admin api app assets auth billing blog digests docs en fairway favicon health help home invitation invite join legal locale login logout mail new new-firm operator public ready reset settings sign-in sign-out sign-up static status support system theme unsubscribe verify well-known www zh zh-cn'.split(
    ' ',
  ),
);

export const longestSlug = 40;

const isWellFormed = (slug: string): boolean =>
  slug.length >= 2 && slug.length <= longestSlug && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);

/** Whether a text may be the short name of a tenant. */
export const isSlug = (slug: string): boolean => isWellFormed(slug) && !reserved.has(slug);

/**
 * Checks the short name of a tenant in addresses: 2–40 of a–z, 0–9 and single hyphens inside.
 * Refusals: slug_malformed, slug_reserved.
 */
export function checkSlug(slug: string): void {
  if (!isWellFormed(slug)) throw new Refusal('slug_malformed', 422, { slug: slug.slice(0, 80) }, 'slug');
  if (reserved.has(slug)) throw new Refusal('slug_reserved', 422, { slug }, 'slug');
}
