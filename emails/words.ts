import type { Locale } from '@/i18n/locale';
import { translatorIn } from '@/i18n/translator';

type Values = Record<string, string | number>;

export interface Words {
  /** A text by its full key. Error: there is no such text, or a value is missing. */
  (key: string, values?: Values): string;
  has(key: string): boolean;
}

/** The product's texts in a language, for mails: what is missing is an error here, not a key in somebody's mailbox. */
export const wordsIn = (locale: Locale): Words => translatorIn(locale, undefined, { strict: true }) as unknown as Words;
