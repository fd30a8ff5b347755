import { cookies } from 'next/headers';
import type { SessionUser } from '@/domain/members/sessions';
import { localeCookie } from '@/i18n/locale';

/** Who has not chosen a language on this device reads in their own. */
export async function keepLanguage(user: Pick<SessionUser, 'locale'> | null): Promise<void> {
  const jar = await cookies();
  if (!user?.locale || jar.has(localeCookie)) return;
  jar.set(localeCookie, user.locale, { maxAge: 31_536_000, sameSite: 'lax', path: '/' });
}
