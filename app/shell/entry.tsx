import type { ReactNode } from 'react';
import { EntryShell } from '@/components/shell/entry-shell';
import type { Locale } from '@/i18n/locale';
import { getLocale } from '@/i18n/request';
import { translatorIn } from '@/i18n/translator';
import { Tools } from './tools';

/** The frame of a page outside a tenant; `locale` where the page knows its reader better than the browser does. */
export async function Entry({
  title,
  lead,
  locale,
  children,
}: {
  title: string;
  lead?: string;
  locale?: Locale;
  children?: ReactNode;
}) {
  const t = translatorIn(locale ?? (await getLocale()), 'shell');
  return (
    <div lang={locale}>
      <EntryShell
        brand={{ name: t('brand'), href: '/', tagline: t('tagline') }}
        skipLabel={t('skip')}
        tools={<Tools locale={locale} />}
        title={title}
        lead={lead}
        aside={t('about')}
      >
        {children}
      </EntryShell>
    </div>
  );
}
