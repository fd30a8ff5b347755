'use server';
import { currentUser } from '@/app/access/current-user';
import { changeProfile } from '@/domain/members/change-profile';
import { isLocale } from '@/i18n/locale';

/** The language that somebody signed in chooses on a page is that of their mails from then on. */
export async function keepOwnLanguage(locale: string): Promise<void> {
  const user = await currentUser();
  if (user && isLocale(locale) && locale !== user.locale) await changeProfile(user.id, { locale });
}
