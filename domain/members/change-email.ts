import { directoryQuery } from '@/db/client';
import { addressChanged } from '@/emails/letters/address-changed';
import { addressKnown } from '@/emails/letters/address-known';
import { confirmAddress } from '@/emails/letters/confirm-address';
import type { Locale } from '@/i18n/locale';
import { atLeast } from '@/lib/at-least';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { requireFreeAddress } from '../identity/sign-in-rule';
import { postLetter } from '../mail/post-letter';
import { countAsk } from './ask-limit';
import { hasPassword, requirePresentPassword } from './change-password';
import { normalizedEmail } from './email';
import { personWith } from './sign-in-link';
import { issueToken, readToken, useToken, voidTokens } from './tokens';

const purpose = 'change_email';
const holdsMinutes = 120;
/** Longer than either way through it takes. */
const evenMs = 300;

/**
 * Asks to change one's address: the link that is mailed to the new one does it. A new address that has an account already
 * gets a letter that says so; the caller cannot tell.
 * Refusals: `email_invalid`, `email_same`, `email_by_provider`, `too_many_requests`, those of requirePresentPassword for who has a password.
 */
export async function requestEmailChange(
  user: { id: string; email: string },
  input: { email: string; present: string },
  by: { address: string | null; locale: Locale },
): Promise<void> {
  const email = normalizedEmail(input.email);
  if (email === user.email) throw new Refusal('email_same', 422, {}, 'email');
  await requireFreeAddress(user.email);
  if (await hasPassword(user.id)) await requirePresentPassword(user.id, input.present, by.address);
  await countAsk('change_email', { account: user.id, address: by.address });
  await countAsk('change_email', { account: email, address: null });
  const send = async () => {
    const other = await personWith(email);
    if (other) {
      await postLetter({ email, locale: other.locale ?? by.locale, letter: addressKnown, props: {} });
      return;
    }
    const token = await issueToken({
      purpose,
      email,
      userId: user.id,
      detail: { from: user.email },
      minutes: holdsMinutes,
    });
    const props = {
      from: user.email,
      to: email,
      link: `${env().APP_URL}/account/email/${token}`,
      minutes: holdsMinutes,
    };
    await postLetter({ email, locale: by.locale, letter: confirmAddress, props });
  };
  await atLeast(evenMs, send());
}

/**
 * From which address to which a link changes an account; nothing is used up. Only for who is signed in to that account: else
 * the owner of a mailbox could be led to put their address on a stranger's. Refusals: those of readToken, `link_for_another`.
 */
export async function readEmailChange(user: { id: string }, token: string): Promise<{ from: string; to: string }> {
  const { email, userId, detail } = await readToken(purpose, token);
  if (userId !== user.id) throw new Refusal('link_for_another', 403);
  return { from: String(detail.from), to: email };
}

// PostgreSQL: another row has it.
const uniqueViolation = '23505';

/**
 * Changes the address by the link that was mailed to the new one, and tells the old one. Links that wait in the old mailbox
 * are good for nothing any more. Refusals: those of readEmailChange and useToken; `email_by_provider`; `email_unavailable` when
 * somebody else has the address by now.
 */
export async function confirmEmailChange(
  user: { id: string },
  token: string,
  locale: Locale,
): Promise<{ email: string }> {
  const { from } = await readEmailChange(user, token);
  // The old address may have been bound since it was asked.
  await requireFreeAddress(from);
  const { email } = await useToken(purpose, token);
  const changed = await directoryQuery<{ locale: Locale | null }>(
    `update directory.users set email = $2, email_verified = $3 where id = $1 and email = $4 returning locale`,
    [user.id, email, now(), from],
  ).catch((error: { code?: string }) => {
    if (error.code === uniqueViolation) throw new Refusal('email_unavailable', 409, { email });
    throw error;
  });
  // It was changed to another one since.
  if (changed.length === 0) throw new Refusal('link_expired', 409);
  for (const waiting of ['sign_in', 'reset']) await voidTokens(waiting, from);
  const to = changed[0]!.locale ?? locale;
  await postLetter({ email: from, locale: to, letter: addressChanged, props: { from, to: email } });
  return { email };
}
