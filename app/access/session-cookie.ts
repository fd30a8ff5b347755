import { sessionSeconds } from '@/domain/members/sessions';
import { sessionCookie } from './auth';
import { dropCookie, keepCookie, readCookie } from './host-cookie';

/** The session's token in this request's cookie; null without one. */
export const sessionToken = async (): Promise<string | null> => (await readCookie(sessionCookie)) ?? null;

/** Keeps a session's token in the cookie, as the sign-in does; null takes the cookie away. For server actions and routes. */
export async function keepSessionToken(token: string | null): Promise<void> {
  if (token === null) await dropCookie(sessionCookie);
  else await keepCookie(sessionCookie, token, { seconds: sessionSeconds, hidden: true });
}
