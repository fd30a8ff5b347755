import { pendingUser, type SessionUser } from '@/domain/members/sessions';
import { sessionToken } from './session-cookie';

/** The session of this request, if it waits for the second step; for the pages of the sign-in alone. */
export async function pendingSession(): Promise<{ token: string; user: SessionUser } | null> {
  const token = await sessionToken();
  const user = token && (await pendingUser(token));
  return user ? { token, user } : null;
}
