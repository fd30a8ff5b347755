import { Refusal } from '../errors';

/** Words that are, or may become, first segments of the site's own addresses. */
const reserved = new Set(
  'account admin api app assets auth billing blog digests docs en fairway favicon health help home invite legal locale login logout mail new operator public ready settings sign-in sign-out sign-up static status support system theme unsubscribe well-known www zh zh-cn'.split(
    ' ',
  ),
);

/**
 * Checks the short name of a tenant in addresses: 2–40 of a–z, 0–9 and single hyphens inside.
 * Refusals: slug_malformed, slug_reserved.
 */
export function checkSlug(slug: string): void {
  if (slug.length < 2 || slug.length > 40 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Refusal('slug_malformed', 422, { slug }, 'slug');
  if (reserved.has(slug)) throw new Refusal('slug_reserved', 422, { slug }, 'slug');
}
