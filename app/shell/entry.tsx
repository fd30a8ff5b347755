import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EntryShell } from '@/components/shell/entry-shell';
import { Tools } from './tools';

/** The frame of a page outside a tenant. */
export async function Entry({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const t = await getTranslations('shell');
  return (
    <EntryShell
      brand={{ name: t('brand'), href: '/', tagline: t('tagline') }}
      skipLabel={t('skip')}
      tools={<Tools />}
      title={title}
      lead={lead}
      aside={t('about')}
    >
      {children}
    </EntryShell>
  );
}
