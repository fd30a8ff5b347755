import { authenticatorRemoved } from '@/emails/letters/authenticator-removed';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { postLetter } from '../mail/post-letter';
import { normalizedEmail } from '../members/email';
import { resetLink } from '../members/reset-password';
import type { PlatformAccess } from './access';
import { asAdmin, type Deed } from './deed';

interface Person {
  id: string;
  email: string;
  locale: 'zh-CN' | 'en' | null;
}

/** Does something to the account of an address, and keeps that it was done. Refusals: `email_invalid`, `person_unknown`. */
async function onAccount<T>(
  platform: PlatformAccess,
  given: string,
  fact: string,
  act: (deed: Deed, person: Person) => Promise<T>,
): Promise<{ person: Person; result: T }> {
  const email = normalizedEmail(given);
  return asAdmin(platform, async (deed) => {
    const [person] = await deed.query<Person>(
      'select id, email, locale from directory.users where email = $1 for update',
      [email],
    );
    if (!person) throw new Refusal('person_unknown', 404, { email }, 'email');
    const result = await act(deed, person);
    await deed.record(fact, { email });
    return { person, result };
  });
}

const endAll = (deed: Deed, { id }: Person): Promise<unknown[]> =>
  deed.query('delete from directory.sessions where user_id = $1 returning 1', [id]);

/**
 * A link by which a person sets a new password within an hour, for who cannot be reached by mail. The password itself nobody
 * else ever knows. Refusals: `email_invalid`, `person_unknown`.
 */
export async function passwordLink(platform: PlatformAccess, email: string): Promise<string> {
  const { person } = await onAccount(platform, email, 'account.password_link', async () => {});
  return resetLink(person.id, person.email);
}

/**
 * Takes a lost authenticator off an account, with its recovery codes, and ends all sessions: who has the phone may have more.
 * Whether it is the person who asks is for the caller to find out. They get a letter. Answers whether there was one.
 * Refusals: `email_invalid`, `person_unknown`.
 */
export async function removeLostAuthenticator(platform: PlatformAccess, email: string): Promise<boolean> {
  const { person, result } = await onAccount(platform, email, 'account.authenticator_removed', async (deed, person) => {
    await deed.query('delete from directory.recovery_codes where user_id = $1', [person.id]);
    const removed = await deed.query('delete from directory.authenticators where user_id = $1 returning 1', [
      person.id,
    ]);
    await endAll(deed, person);
    return removed.length > 0;
  });
  if (result)
    await postLetter({
      email: person.email,
      locale: person.locale ?? 'zh-CN',
      letter: authenticatorRemoved,
      props: { link: `${env().APP_URL}/account` },
    });
  return result;
}

/** Ends all of a person's sessions; answers how many. Refusals: `email_invalid`, `person_unknown`. */
export async function endAllSessions(platform: PlatformAccess, email: string): Promise<number> {
  const { result } = await onAccount(platform, email, 'account.sessions_ended', endAll);
  return result.length;
}
