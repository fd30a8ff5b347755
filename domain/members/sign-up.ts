import { directoryQuery } from '@/db/client';
import { alreadyRegistered } from '@/emails/letters/already-registered';
import { verifyAddress } from '@/emails/letters/verify-address';
import type { Locale } from '@/i18n/locale';
import { atLeast } from '@/lib/at-least';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import { postLetter } from '../mail/post-letter';
import { checkedFirm, type Firm, type FirmInput } from '../tenants/checked-firm';
import { foundTenant, requireFreeSlug } from '../tenants/found-tenant';
import { countAsk } from './ask-limit';
import { createUser } from './create-user';
import { normalizedEmail } from './email';
import { hashPassword, matchesHash } from './password-hash';
import { requireStrong } from './password-strength';
import { storePassword } from './set-password';
import { takeAttempt, takeBack } from './sign-in-limit';
import { issueToken, readToken, releaseToken, useToken, voidTokens } from './tokens';

export interface SignUpInput extends FirmInput {
  /** One's own name. */
  person: string;
  email: string;
  password: string;
}

/** What waits for its link to be opened. Nothing exists until then: no firm, no account, no short name in use. */
type Pending = { firm: Firm; person: string; passwordHash: string; locale: Locale };

const purpose = 'sign_up';
const holdsHours = 24;
/** Longer than any of the ways through it takes. */
const evenMs = 400;

async function sendVerification(email: string, pending: Pending): Promise<void> {
  const token = await issueToken({ purpose, email, detail: pending, minutes: holdsHours * 60 });
  const link = `${env().APP_URL}/verify/${token}`;
  const props = { tenant: pending.firm.name, link, hours: holdsHours };
  await postLetter({ email, locale: pending.locale, letter: verifyAddress, props });
}

const sendAlreadyRegistered = (email: string, locale: Locale): Promise<string> =>
  postLetter({
    email,
    locale,
    letter: alreadyRegistered,
    props: { link: `${env().APP_URL}/sign-in?next=/new-firm`, reset: `${env().APP_URL}/reset` },
  });

const known = async (email: string): Promise<{ locale: string | null } | undefined> =>
  (await directoryQuery<{ locale: string | null }>('select locale from directory.users where email = $1', [email]))[0];

const localeOf = (user: { locale: string | null }, otherwise: Locale): Locale =>
  user.locale === 'en' || user.locale === 'zh-CN' ? user.locale : otherwise;

/**
 * Asks for an account and a firm. Whoever opens the link that is mailed gets both; an address that has an account already
 * gets a letter that says so. The caller sees no difference, in the answer or in its time.
 * Refusals: those of checkedFirm, of checkedName (`person`) and of requireStrong, `slug_taken`, `email_invalid`, `too_many_requests`.
 * @param by.locale the language in which it was asked
 */
export async function signUp(input: SignUpInput, by: { address: string | null; locale: Locale }): Promise<void> {
  const firm = await checkedFirm(input);
  await requireFreeSlug(firm.slug);
  const person = checkedName(input.person, { field: 'person' });
  const email = normalizedEmail(input.email);
  await countAsk('strength', { address: by.address });
  await requireStrong(input.password, [person, email, firm.name, firm.slug]);
  await countAsk('sign_up', { account: email, address: by.address });
  await atLeast(
    evenMs,
    send(email, { firm, person, passwordHash: await hashPassword(input.password), locale: by.locale }),
  );
}

async function send(email: string, pending: Pending): Promise<void> {
  const user = await known(email);
  if (user) await sendAlreadyRegistered(email, localeOf(user, pending.locale));
  else await sendVerification(email, pending);
}

/** Sends the letter of a sign-up again; for an address that never signed up it does nothing. Refusal: `too_many_requests`. */
export async function resendSignUp(typed: string, by: { address: string | null; locale: Locale }): Promise<void> {
  const email = normalizedEmail(typed);
  await countAsk('resend', { account: email, address: by.address });
  const again = async () => {
    const user = await known(email);
    if (user) return void (await sendAlreadyRegistered(email, localeOf(user, by.locale)));
    const [last] = await directoryQuery<{ detail: Pending }>(
      `select detail from directory.tokens where email = $1 and purpose = $2 and used_at is null and expires_at > $3
       order by created_at desc limit 1`,
      [email, purpose, now()],
    );
    if (last) await sendVerification(email, last.detail);
  };
  await atLeast(evenMs, again());
}

/** Whose sign-up a link is, and for which firm; nothing is used up. Refusals: those of readToken. */
export async function readSignUp(token: string): Promise<{ email: string; firm: string }> {
  const { email, detail } = await readToken(purpose, token);
  return { email, firm: (detail as unknown as Pending).firm.name };
}

/**
 * Opens the account and founds the firm of a sign-up, once. Should its short name have been taken meanwhile, the firm gets
 * the nearest free one. The link shows that the address is theirs who opens it; the password, that they are who asked: else
 * somebody could sign up a stranger with a password of their own. Refusals: those of readToken and useToken,
 * `sign_up_password`, `too_many_attempts`.
 */
export async function completeSignUp(
  token: string,
  password: string,
  address: string | null,
): Promise<{ userId: string; email: string; slug: string }> {
  const asked = await readToken(purpose, token);
  const attempt = { account: asked.email, address };
  await takeAttempt(attempt);
  if (!(await matchesHash(password.slice(0, 512), (asked.detail as unknown as Pending).passwordHash)))
    throw new Refusal('sign_up_password', 422, {}, 'password');
  await takeBack(attempt);
  const { email, detail } = await useToken(purpose, token);
  try {
    const { firm, person, passwordHash, locale } = detail as unknown as Pending;
    const user = await createUser({ email, name: person, locale, verified: true });
    if (user.created) await storePassword(user.id, passwordHash);
    const { slug } = await foundWithFreeSlug(firm, user.id, address);
    await voidTokens(purpose, email);
    return { userId: user.id, email, slug };
  } catch (error) {
    await releaseToken(token);
    throw error;
  }
}

async function foundWithFreeSlug(firm: Firm, ownerId: string, address: string | null) {
  for (let slug = firm.slug; ; ) {
    try {
      return await foundTenant({ ...firm, slug }, ownerId, { operator: false, address });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'slug_taken') throw error;
      slug = String(error.params.proposal);
    }
  }
}
