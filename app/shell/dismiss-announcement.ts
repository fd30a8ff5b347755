'use server';
import { cookies } from 'next/headers';
import { dismissedCookie, withDismissed } from './dismissed';

/** Puts an announcement away in this browser. */
export async function dismissAnnouncement(id: string): Promise<void> {
  const jar = await cookies();
  const value = withDismissed(jar.get(dismissedCookie)?.value, String(id));
  jar.set(dismissedCookie, value, { maxAge: 90 * 86_400, sameSite: 'lax', httpOnly: true, path: '/' });
}
