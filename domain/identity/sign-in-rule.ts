import { domainToASCII } from 'node:url';
import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
import { domainOfEmail } from './domain-name';

/** A firm's provider, as somebody who has not signed in yet may know it. */
export interface ProviderOfDomain {
  tenantId: string;
  /** The provider's name, as the firm calls it. */
  name: string;
  domain: string;
  /** Addresses of the domain have no other way in. */
  enforced: boolean;
}

const ofDomain = `select d.tenant_id as "tenantId", p.name, d.domain, d.enforced from directory.domains d
  join directory.identity_providers p on p.tenant_id = d.tenant_id where d.proven_at is not null`;

/** The provider of the firm that has proven this mail domain; null when there is none. */
export async function providerOfDomain(domain: string): Promise<ProviderOfDomain | null> {
  const [row] = await directoryQuery<ProviderOfDomain>(`${ofDomain} and d.domain = $1`, [domainToASCII(domain)]);
  return row ?? null;
}

/** The provider for an address as it was typed. By the domain alone: the same whether or not there is such an address. */
export const providerForEmail = (typed: string): Promise<ProviderOfDomain | null> =>
  providerOfDomain(domainOfEmail(typed.trim().toLowerCase().slice(0, 254)));

/**
 * Refuses (`email_by_provider`) to take an account out of a bound domain: with another address it would have other ways in, also
 * for who has left the firm.
 */
export async function requireFreeAddress(email: string): Promise<void> {
  const bound = await providerForEmail(email);
  if (bound?.enforced) throw new Refusal('email_by_provider', 403, { domain: bound.domain }, 'email');
}

/**
 * Refuses (`sign_in_by_provider`) whoever must come in through their firm's provider and does not. An owner of that firm may
 * with a password, if they have an authenticator too: the session then waits for its code. Asked for every new session.
 */
export async function requireProvider(userId: string, method: 'password' | 'link' | 'oidc'): Promise<void> {
  if (method === 'oidc') return;
  const [row] = await directoryQuery<{ name: string; domain: string; breakGlass: boolean }>(
    `select r.name, r.domain, a.user_id is not null and m.user_id is not null as "breakGlass" from directory.users u
     join (${ofDomain} and d.enforced) r on r.domain = split_part(u.email, '@', 2)
     left join directory.memberships m on m.tenant_id = r."tenantId" and m.user_id = u.id and m.role = 'owner'
     left join directory.authenticators a on a.user_id = u.id and a.confirmed_at is not null
     where u.id = $1`,
    [userId],
  );
  if (!row || (row.breakGlass && method === 'password')) return;
  throw new Refusal('sign_in_by_provider', 403, { domain: row.domain, provider: row.name });
}
