import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { cookieName } from '@/lib/cookie-name';
import { type Locale, localeCookie, localeOf } from './locale';
import { type TextPart, type Translator, translatorIn } from './translator';

/** The language of a request. It does not stand in the address: a link that is sent on opens in its reader's own. */
export const getLocale = cache(
  async (): Promise<Locale> =>
    localeOf((await cookies()).get(cookieName(localeCookie))?.value, (await headers()).get('accept-language')),
);

/** The product's texts, or one part of them, in the language of the request. */
export const getTranslations = async <const Part extends TextPart = never>(part?: Part): Promise<Translator<Part>> =>
  translatorIn(await getLocale(), part);
