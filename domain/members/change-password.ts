import { directoryQuery } from '@/db/client';
import { passwordChanged } from '@/emails/letters/password-changed';
import type { Locale } from '@/i18n/locale';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { postLetter } from '../mail/post-letter';
import { countAsk } from './ask-limit';
import { matchesHash } from './password-hash';
import { requireStrong } from './password-strength';
import { setPassword } from './set-password';

/** Whether a person has a password at all; who signs in by link or through their firm may have none. */
export async function hasPassword(userId: string): Promise<boolean> {
  return (await directoryQuery('select 1 from directory.passwords where user_id = $1', [userId])).length > 0;
}

/**
 * Refuses unless this is the person's present password, before something is changed that a stranger at an open screen must
 * not change. Refusals at `present_password`: `password_none`, `password_wrong`; `too_many_requests`.
 */
export async function requirePresentPassword(userId: string, password: string, address: string | null): Promise<void> {
  await countAsk('password', { account: userId, address });
  const [row] = await directoryQuery<{ hash: string }>('select hash from directory.passwords where user_id = $1', [
    userId,
  ]);
  if (!row) throw new Refusal('password_none', 409, {}, 'present_password');
  if (!(await matchesHash(password.slice(0, 512), row.hash)))
    throw new Refusal('password_wrong', 422, {}, 'present_password');
}

/**
 * Changes one's own password; every session but this one ends, and a letter tells of it.
 * Refusals: those of requirePresentPassword and requireStrong.
 */
export async function changePassword(
  user: { id: string; email: string; name: string | null; sessionId: string },
  input: { present: string; password: string },
  by: { address: string | null; locale: Locale },
): Promise<void> {
  await requirePresentPassword(user.id, input.present, by.address);
  const firms = await directoryQuery<{ name: string }>(
    `select t.name from directory.tenants t join directory.memberships m on m.tenant_id = t.id where m.user_id = $1`,
    [user.id],
  );
  await requireStrong(input.password, [user.name, user.email, ...firms.map((firm) => firm.name)]);
  await setPassword(user.id, input.password, { keep: user.sessionId });
  const props = { link: `${env().APP_URL}/reset` };
  await postLetter({ email: user.email, locale: by.locale, letter: passwordChanged, props });
}
