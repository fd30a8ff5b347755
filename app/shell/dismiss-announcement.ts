'use server';
import { keepCookie, readCookie } from '../access/host-cookie';
import { dismissedCookie, withDismissed } from './dismissed';

/** Puts an announcement away in this browser. */
export async function dismissAnnouncement(id: string): Promise<void> {
  const value = withDismissed(await readCookie(dismissedCookie), String(id));
  await keepCookie(dismissedCookie, value, { seconds: 90 * 86_400, hidden: true });
}
