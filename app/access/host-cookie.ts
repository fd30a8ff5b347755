import { cookies } from 'next/headers';
import { cookieName, underHttps } from '@/lib/cookie-name';

/** The value of one of our cookies in this request. */
export const readCookie = async (name: string): Promise<string | undefined> =>
  (await cookies()).get(cookieName(name))?.value;

/**
 * Keeps something in a cookie of this host. For server actions and routes.
 * @param options.seconds for how long
 * @param options.hidden out of reach of scripts; all but what a page's script changes itself
 * @param options.strict not sent when somebody follows a link from another site
 */
export async function keepCookie(
  name: string,
  value: string,
  options: { seconds: number; hidden: boolean; strict?: boolean },
): Promise<void> {
  (await cookies()).set(cookieName(name), value, {
    path: '/',
    secure: underHttps(),
    sameSite: options.strict ? 'strict' : 'lax',
    httpOnly: options.hidden,
    maxAge: options.seconds,
  });
}

/** Takes a cookie away. For server actions and routes. */
export async function dropCookie(name: string): Promise<void> {
  (await cookies()).set(cookieName(name), '', { path: '/', secure: underHttps(), maxAge: 0 });
}
