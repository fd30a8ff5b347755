import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import type { SessionUser } from '@/domain/members/sessions';

/** Whose account it is; nobody signed in goes to the sign-in and back. */
export async function ownUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (!user) redirect('/sign-in?next=/account');
  if (!user.verified) redirect('/verify');
  return user;
}
