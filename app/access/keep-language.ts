import { isLocale, localeCookie } from '@/i18n/locale';
import { keepCookie, readCookie } from './host-cookie';

const year = 31_536_000;

/** Keeps a language on this device. The switch in the page's frame changes it without us. */
export const chooseLanguage = (locale: string): Promise<void> =>
  keepCookie(localeCookie, locale, { seconds: year, hidden: false });

/** Who has not chosen a language on this device reads in their own. */
export async function keepLanguage(user: { locale: string | null } | null): Promise<void> {
  if (isLocale(user?.locale) && (await readCookie(localeCookie)) === undefined) await chooseLanguage(user.locale);
}
