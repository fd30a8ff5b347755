import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/locale';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

type Values = Record<string, string | number>;

export interface Words {
  /** A text by its full key. Error: there is no such text, or a value is missing. */
  (key: string, values?: Values): string;
  has(key: string): boolean;
}

/** The product's texts in a language, for mails: what is missing is an error here, not a key in somebody's mailbox. */
export function wordsIn(locale: Locale): Words {
  return createTranslator({
    locale,
    messages: { en, 'zh-CN': zh }[locale] as never,
    onError(error) {
      throw error;
    },
  }) as unknown as Words;
}
