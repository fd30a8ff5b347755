import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import type { Locale } from './locale';

/** A part of the texts by its key; `never` stands for all of them. */
export type TextPart = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

export type Translator<Part extends TextPart = never> = ReturnType<typeof createTranslator<Messages, Part>>;

// That both languages have the same texts is checked by scripts/messages.ts.
const messages: Record<Locale, Messages> = { en, 'zh-CN': zh as Messages };

const kept = new Map<string, unknown>();

const thrown = (error: Error): never => {
  throw error;
};

/**
 * The product's texts in a language. Made once a process and not once a request: to read the form of a text costs much more
 * than to fill it in (docs/decisions/031).
 * @param strict what is missing is an error, and is not shown as its key
 */
export function translatorIn<const Part extends TextPart = never>(
  locale: Locale,
  part?: Part,
  { strict = false } = {},
): Translator<Part> {
  const key = `${locale} ${part ?? ''} ${strict}`;
  const options = { locale, messages: messages[locale], namespace: part, timeZone: 'UTC' };
  const known = kept.get(key) ?? createTranslator(strict ? { ...options, onError: thrown } : options);
  kept.set(key, known);
  return known as Translator<Part>;
}
