import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entry } from '@/app/shell/entry';
import { ButtonLink } from '@/components/form/button-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('doneTitle') };
}

/** The address is another one now. */
export default async function DonePage() {
  const t = await getTranslations('account');
  return (
    <Entry title={t('doneTitle')} lead={t('doneLead')}>
      <ButtonLink href="/account" variant="primary">
        {t('title')}
      </ButtonLink>
    </Entry>
  );
}
