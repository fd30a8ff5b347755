import type { Metadata } from 'next';
import { Entry } from '@/app/shell/entry';
import { ButtonLink } from '@/components/form/button-link';
import { getTranslations } from '@/i18n/request';

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
