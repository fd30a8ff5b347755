import type { Metadata } from 'next';
import { look } from '@/app/access/look';
import { ActionForm } from '@/app/forms/action-form';
import { BadLink } from '@/app/shell/bad-link';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { SubmitButton } from '@/components/form/submit-button';
import { readSignInLink } from '@/domain/members/sign-in-link';
import { getTranslations } from '@/i18n/request';
import { enter } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signInLink'))('enterTitle') };
}

/** Where a sign-in link leads. Programs that look through mails open it too: only the button does something. */
export default async function EnterPage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const t = await getTranslations('signInLink');
  const { found, refusal } = await look(readSignInLink(token));
  if (refusal) return <BadLink refusal={refusal} again={{ href: '/sign-in/link', label: t('again') }} />;
  return (
    <Entry title={t('enterTitle')} lead={t('enterLead', { email: found.email })}>
      <ActionForm action={enter.bind(null, token)} known={[]}>
        <SubmitButton pending={t('entering')}>{t('enter')}</SubmitButton>
      </ActionForm>
    </Entry>
  );
}
