import { directoryQuery } from '@/db/client';
import { passwordChanged } from '@/emails/letters/password-changed';
import { resetPassword } from '@/emails/letters/reset-password';
import type { Locale } from '@/i18n/locale';
import { atLeast } from '@/lib/at-least';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { postLetter } from '../mail/post-letter';
import { countAsk } from './ask-limit';
import { normalizedEmail } from './email';
import { requireStrong } from './password-strength';
import { setPassword } from './set-password';
import { forgetFailures } from './sign-in-limit';
import { personWith } from './sign-in-link';
import { issueToken, readToken, useToken, voidTokens } from './tokens';

const purpose = 'reset';
const holdsMinutes = 60;
/** Longer than either way through it takes. */
const evenMs = 300;

/** A link to set a new password with, for an hour. Whoever holds it sets the password: it is for the person alone. */
export async function resetLink(userId: string, email: string): Promise<string> {
  const token = await issueToken({ purpose, email, userId, minutes: holdsMinutes });
  return `${env().APP_URL}/reset/${token}`;
}

/**
 * Mails a link to set a new password, if the address has an account; the caller cannot tell, neither by the answer nor by
 * its time. Refusals: `email_invalid`, `too_many_requests`.
 */
export async function requestReset(typed: string, by: { address: string | null; locale: Locale }): Promise<void> {
  const email = normalizedEmail(typed);
  await countAsk('reset', { account: email, address: by.address });
  const send = async () => {
    const person = await personWith(email);
    if (!person) return;
    const props = { link: await resetLink(person.id, email), minutes: holdsMinutes };
    await postLetter({ email, locale: person.locale ?? by.locale, letter: resetPassword, props });
  };
  await atLeast(evenMs, send());
}

/** Whose password a link sets; nothing is used up. Refusals: those of readToken. */
export const readReset = async (token: string): Promise<{ email: string }> => ({
  email: (await readToken(purpose, token)).email,
});

/**
 * Sets a new password by a mailed link and ends all sessions. A password that is refused leaves the link good.
 * Refusals: those of useToken and requireStrong.
 */
export async function completeReset(token: string, password: string, locale: Locale): Promise<void> {
  const { email, userId } = await readToken(purpose, token);
  const own = await directoryQuery<{ name: string | null; firm: string | null }>(
    `select u.name, t.name as firm from directory.users u
     left join directory.memberships m on m.user_id = u.id left join directory.tenants t on t.id = m.tenant_id
     where u.id = $1 and u.email = $2`,
    [userId, email],
  );
  // The address has changed since.
  if (own.length === 0) throw new Refusal('link_expired', 409);
  await requireStrong(password, [email, ...own.flatMap((row) => [row.name, row.firm])]);
  await useToken(purpose, token);
  await setPassword(userId!, password);
  await directoryQuery('update directory.users set email_verified = coalesce(email_verified, $2) where id = $1', [
    userId,
    now(),
  ]);
  await forgetFailures(email);
  for (const other of [purpose, 'sign_in']) await voidTokens(other, email);
  await postLetter({ email, locale, letter: passwordChanged, props: { link: `${env().APP_URL}/reset` } });
}
