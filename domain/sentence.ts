import { translatorIn } from '@/i18n/translator';
import type { Refusal } from './errors';

export type Locale = 'zh-CN' | 'en';

type Translate = ((key: string, values?: Record<string, string | number>) => string) & { has(key: string): boolean };

const translators: Record<Locale, Translate> = {
  en: translatorIn('en') as unknown as Translate,
  'zh-CN': translatorIn('zh-CN') as unknown as Translate,
};

/** A text of messages/ outside of pages (API, command line, mails). A key without a text is answered as itself. */
export function textOf(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
  const t = translators[locale];
  return t.has(key) ? t(key, params) : key;
}

/** What a refusal says to the person, in their language. */
export function sentenceOf({ code, params, titles }: Refusal, locale: Locale): string {
  const said = Object.entries(titles).map(([name, title]) => [name, title[locale === 'en' ? 'en' : 'zh']]);
  return textOf(locale, `errors.${code}`, { ...params, ...Object.fromEntries(said) });
}

/** The first of these keys that has a text, filled in; the last part of the first key when none has. */
function firstText(locale: Locale, keys: readonly string[], params: Record<string, string | number>): string {
  const key = keys.find((k) => translators[locale].has(k));
  return key ? translators[locale](key, params) : keys[0]!.split('.').at(-1)!;
}

/** Why a row or value cannot be used, in the reader's language: problems.<code>. */
export const problemSentence = (locale: Locale, code: string, params: Record<string, string | number> = {}): string =>
  firstText(locale, [`problems.${code}`, `errors.${code}`], params);

/** Why a run failed, in the reader's language: errors.<code>, or errors.file_<code> when the file was at fault. */
export const runErrorSentence = (
  locale: Locale,
  error: { code: string; params?: Record<string, string | number> },
): string =>
  firstText(
    locale,
    [`errors.${error.code}`, `errors.file_${error.code}`, `problems.${error.code}`],
    error.params ?? {},
  );

/** The best of our languages for an Accept-Language header; English when it names neither. */
export function localeFor(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0 && (wish.language === 'zh' || wish.language === 'en'))
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.language === 'zh' ? 'zh-CN' : 'en';
}
