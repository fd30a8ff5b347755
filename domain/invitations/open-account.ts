import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import { createUser } from '../members/create-user';
import { requireStrong } from '../members/password-strength';
import { setPassword } from '../members/set-password';
import { acceptInvitation } from './accept-invitation';
import { readInvitation } from './read-invitation';

/**
 * Takes an invitation up for somebody without an account: makes one with this name and password. The link came by mail, so
 * the address counts as proven. An account that somebody opened with the address but never proved is taken over by who
 * holds the link: its password and sessions end here. Refusals: those of acceptInvitation, `invitation_sign_in` (see OpenInvitation), `name_missing`, `name_too_long`, `name_tricky`, `password_too_short`, `password_too_long`, `password_weak`.
 * @param address network address of the caller, for the audit log
 */
export async function openAccount(
  token: string,
  input: { name: string; password: string },
  address: string | null = null,
): Promise<{ id: string; email: string; locale: string | null; slug: string }> {
  const invitation = await readInvitation(token);
  const { email, locale } = invitation;
  if (invitation.signsIn) throw new Refusal('invitation_sign_in', 409, { email });
  const name = checkedName(input.name);
  await requireStrong(input.password, [name, email, invitation.tenantName]);
  const { id } = await createUser({ email, name, locale });
  await setPassword(id, input.password);
  await directoryQuery('update directory.users set name = $2, email_verified = $3 where id = $1', [id, name, now()]);
  const { slug } = await acceptInvitation(token, { id, email }, address);
  return { id, email, locale, slug };
}
