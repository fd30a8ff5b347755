import { getTranslations } from '@/i18n/request';

/** What the sign-in library says when it leads back here, and what a firm's provider is refused with: each has a sentence. */
const byLibrary = new Set([
  'AccessDenied',
  'Configuration',
  'CredentialsSignin',
  'MissingCSRF',
  'OAuthCallbackError',
  'Unavailable',
  'Verification',
]);
const byUs = [
  'oidc_no_email',
  'oidc_unverified',
  'oidc_foreign_domain',
  'oidc_not_invited',
  'oidc_userinfo',
  'sign_in_by_provider',
] as const;

/** A sentence for the `error` of the sign-in page's address. What it says comes from here, never from the address. */
export async function signInError(code: unknown): Promise<string> {
  const t = await getTranslations();
  const own = byUs.find((known) => known === code);
  if (own) return t(`errors.${own}`);
  const known = typeof code === 'string' && byLibrary.has(code) ? code : 'Other';
  return t(`signInError.${known}` as 'signInError.Other');
}
