import { directoryQuery } from '@/db/client';
import { signInLink } from '@/emails/letters/sign-in-link';
import type { Locale } from '@/i18n/locale';
import { atLeast } from '@/lib/at-least';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { providerForEmail } from '../identity/sign-in-rule';
import { postLetter } from '../mail/post-letter';
import { countAsk } from './ask-limit';
import { normalizedEmail } from './email';
import { loggedAttempt } from './logged-attempt';
import { issueToken, readToken, useToken, voidTokens } from './tokens';

const purpose = 'sign_in';
const holdsMinutes = 15;
/** Longer than either way through it takes. */
const evenMs = 300;

interface Person {
  id: string;
  locale: Locale | null;
}

/** Who has this address; undefined when nobody does. */
export const personWith = async (email: string): Promise<Person | undefined> =>
  (await directoryQuery<Person>('select id, locale from directory.users where email = $1', [email]))[0];

/**
 * Mails a link to sign in with, if the address has an account; the caller cannot tell, neither by the answer nor by its time.
 * Refusals: `email_invalid`, `too_many_requests`.
 * @param by.next where to go on after it, a path of this site
 */
export async function requestSignInLink(
  typed: string,
  by: { address: string | null; locale: Locale; next?: string },
): Promise<void> {
  const email = normalizedEmail(typed);
  await countAsk('sign_in_link', { account: email, address: by.address });
  const send = async () => {
    const person = await personWith(email);
    // Who must come in through their firm's provider has no use for a link.
    if (!person || (await providerForEmail(email))?.enforced) return;
    const token = await issueToken({
      purpose,
      email,
      userId: person.id,
      detail: { next: by.next ?? '/' },
      minutes: holdsMinutes,
    });
    const props = { link: `${env().APP_URL}/sign-in/link/${token}`, minutes: holdsMinutes };
    await postLetter({ email, locale: person.locale ?? by.locale, letter: signInLink, props });
  };
  await atLeast(evenMs, send());
}

/** Whom a link signs in, and where it leads; nothing is used up. Refusals: those of readToken. */
export async function readSignInLink(token: string): Promise<{ email: string; next: unknown }> {
  const { email, detail } = await readToken(purpose, token);
  return { email, next: detail.next };
}

/** A link that signs in at once, for who has just shown otherwise that the mailbox is theirs. Good for a minute. */
export const issueSignIn = (userId: string, email: string): Promise<string> =>
  issueToken({ purpose, email, userId, minutes: 1 });

/**
 * Uses a link up and answers who signs in by it; their address counts as verified from then on. Refusals: those of useToken.
 * @param from network address of the caller, when known
 */
export const redeemSignInLink = (token: string, from: string | null = null): Promise<{ id: string; email: string }> =>
  loggedAttempt({ proof: 'link', from }, () => redeem(token));

async function redeem(token: string): Promise<{ id: string; email: string }> {
  const { email, userId } = await useToken(purpose, token);
  const [user] = await directoryQuery<{ id: string; email: string }>(
    `update directory.users set email_verified = coalesce(email_verified, $3) where id = $1 and email = $2
     returning id, email`,
    [userId, email, now()],
  );
  // The address has changed since.
  if (!user) throw new Refusal('link_expired', 409);
  await voidTokens(purpose, email);
  return user;
}
