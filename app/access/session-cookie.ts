import { cookies } from 'next/headers';
import { sessionSeconds } from '@/domain/members/sessions';
import { sessionCookie } from './auth';

/** The session's token in this request's cookie; null without one. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie())?.value ?? null;
}

/** Keeps a session's token in the cookie, as the sign-in does; null takes the cookie away. For server actions and routes. */
export async function keepSessionToken(token: string | null): Promise<void> {
  const jar = await cookies();
  if (token === null) jar.delete(sessionCookie());
  else
    jar.set(sessionCookie(), token, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: sessionCookie().startsWith('__Host-'),
      maxAge: sessionSeconds,
    });
}
