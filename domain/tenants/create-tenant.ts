import { randomBytes } from 'node:crypto';
import { Refusal } from '../errors';
import { createUser } from '../members/create-user';
import type { Tenant } from './access';
import { checkedFirm, type FirmInput } from './checked-firm';
import { foundTenant, requireFreeSlug } from './found-tenant';

export interface NewTenant extends FirmInput {
  slug: string;
  ownerEmail: string;
  /** Of the owner, if this person is new. Without one a random one is made and answered once. */
  password?: string;
}

export interface CreatedTenant {
  tenant: Tenant;
  owner: { id: string; email: string; created: boolean };
  /** The password that was made up, to be shown this once; null when one was given or the owner was known before. */
  password: string | null;
}

const shortestPassword = 10;

/**
 * The operator's way to found a tenant with its owner, whose address counts as verified. An owner who is already known keeps
 * their password. Refusals: those of checkedFirm, slug_taken, email_invalid, password_too_short, password_too_long.
 */
export async function createTenant(input: NewTenant): Promise<CreatedTenant> {
  const firm = await checkedFirm(input);
  if (input.password !== undefined && input.password.length < shortestPassword)
    throw new Refusal('password_too_short', 422, { min: shortestPassword }, 'password');
  await requireFreeSlug(firm.slug);
  const made = input.password === undefined ? randomBytes(12).toString('base64url') : null;
  const password = input.password ?? made!;
  const owner = await createUser({ email: input.ownerEmail, locale: firm.locale, password, verified: true });
  const tenant = await foundTenant(firm, owner.id, { operator: true });
  return { tenant, owner, password: owner.created ? made : null };
}
