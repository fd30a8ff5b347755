import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import type { SessionUser } from '@/domain/members/sessions';

/** Whose account it is; nobody signed in goes to the sign-in and back to `here`. */
export async function ownUser(here = '/account'): Promise<SessionUser> {
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (!user.verified) redirect('/verify');
  return user;
}
