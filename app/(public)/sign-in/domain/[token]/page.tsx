import type { Metadata } from 'next';
import { look } from '@/app/access/look';
import { ActionForm } from '@/app/forms/action-form';
import { BadLink } from '@/app/shell/bad-link';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { SubmitButton } from '@/components/form/submit-button';
import { readDomainMail } from '@/domain/identity/prove-domain';
import { getTranslations } from '@/i18n/request';
import { confirmDomain } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('domainPage'))('title'), referrer: 'no-referrer' };
}

/** Where the mail to a domain's keeper leads. Only the button confirms. */
export default async function DomainPage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const t = await getTranslations('domainPage');
  const { found, refusal } = await look(readDomainMail(token));
  if (refusal) return <BadLink refusal={refusal} again={{ href: '/', label: t('home') }} />;
  return (
    <Entry title={t('heading', found)} lead={t('lead', found)}>
      <ActionForm action={confirmDomain.bind(null, token)} known={[]}>
        <SubmitButton pending={t('confirming')}>{t('confirm')}</SubmitButton>
      </ActionForm>
    </Entry>
  );
}
