import type { Entry } from '@/app/access/require-access';
import { problemSentence } from '@/domain/sentence';
import { type Formats, formatsFor } from '@/i18n/formats';
import type { Locale } from '@/i18n/locale';
import { getLocale, getTranslations } from '@/i18n/request';
import { kpiWords } from '@/kpis/words';
import type { Title } from '@/records/record';

type WordGroup = 'dim' | 'value' | 'excluded' | 'caveat' | 'companion' | 'reason' | 'reasonText' | 'group';

/** Everything a page needs to speak to its reader: language, texts, formats in the reader's zone. */
export interface Reader {
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<never>>>;
  f: Formats;
  /** A text of a declaration in the reader's language. */
  say(title: Title): string;
  /** A code of the data in the reader's words; one without a word (a carrier's name, a SKU) stays as it is. */
  word(group: WordGroup, code: string): string;
  /** The sentence of a problem or reject. */
  problem(code: string, params?: Record<string, string | number>): string;
}

/** The reader of a tenant's page. Instants are told in the person's own zone, or else the firm's. */
export async function readerOf({ user, access }: Entry): Promise<Reader> {
  const locale = await getLocale();
  const t = await getTranslations();
  return {
    locale,
    t,
    f: formatsFor(locale, user.zone ?? access.tenant.zone),
    say: (title) => (locale === 'en' ? title.en : title.zh),
    word(group, code) {
      const own = kpiWords[code];
      if (own) return locale === 'en' ? own.en : own.zh;
      const key = `${group}.${code}` as never;
      return !code.includes('.') && t.has(key) ? t(key) : code;
    },
    problem: (code, params) => problemSentence(locale, code, params),
  };
}
