/** Languages of the product. The first is what a reader gets who asks for neither. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
const defaultLocale: Locale = 'zh-CN';
export const localeCookie = 'locale';

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** The best of our languages for an Accept-Language header; the default when it asks for none of them. */
function localeAccepted(header: string): Locale {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.find((param) => param.trim().startsWith('q='));
      return { tag: tag.trim(), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = locales.find((locale) => locale.split('-')[0] === tag.split('-')[0]);
    if (found) return found;
  }
  return defaultLocale;
}

/** The language of a request: the reader's choice (cookie), else what the browser asks for. Anything unknown is passed over. */
export const localeOf = (cookie: string | undefined, acceptLanguage: string | null): Locale =>
  isLocale(cookie) ? cookie : localeAccepted(acceptLanguage ?? '');
