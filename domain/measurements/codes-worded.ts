import { kpiWords } from '@/kpis/words';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import type { Title } from '@/records/record';

/** What readers see in place of a code in a column of text; what KPIs call their own comes before the words that all share. */
const words: Readonly<Record<string, Title>> = {
  ...Object.fromEntries(
    Object.entries(en.value).map(([code, word]) => [code, { en: word, zh: zh.value[code as keyof typeof zh.value] }]),
  ),
  ...kpiWords,
};

const noCarrier: Title = { en: en.kpiPage.noCarrier, zh: zh.kpiPage.noCarrier };

/** The codes of a column whose word, in either language, holds a text; upper and lower case alike. */
export function codesWorded(column: string, text: string): string[] {
  const sought = text.toLowerCase();
  const shown = column === 'carrier' ? { ...words, none: noCarrier } : words;
  return Object.entries(shown).flatMap(([code, { en, zh }]) =>
    [en, zh].some((word) => word.toLowerCase().includes(sought)) ? [code] : [],
  );
}
