import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { cookieName } from '@/lib/cookie-name';
import { isLocale, localeCookie, localeOf } from './locale';

/**
 * Language and texts of a request, unless the page asks for one by name. No language in the address: a link that is sent on
 * opens in the reader's own.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : localeOf((await cookies()).get(cookieName(localeCookie))?.value, (await headers()).get('accept-language'));
  return { locale, messages: (await import(`../messages/${locale}.json`)).default, timeZone: 'UTC' };
});
