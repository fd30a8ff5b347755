import { env } from '@/lib/env';
import { Refusal } from '../errors';

const wellKnown = /\/\.well-known\/openid-configuration\/?$/;

/**
 * An issuer as it is stored, from what was typed: also from the address of its discovery document, which providers show more
 * often. Refusals at `issuer`: `issuer_malformed`, `issuer_not_https` (plain http is for this machine alone, and only where
 * ALLOW_PRIVATE_NETWORK is set).
 */
export function checkedIssuer(typed: string): string {
  const text = typed.trim().replace(wellKnown, '');
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : null;
  if (!url?.host || url.username || url.password || url.search || url.hash)
    throw new Refusal('issuer_malformed', 422, { value: text.slice(0, 120) }, 'issuer');
  const here = env().ALLOW_PRIVATE_NETWORK && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here))
    throw new Refusal('issuer_not_https', 422, { value: text.slice(0, 120) }, 'issuer');
  return text;
}
