import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '@/app/forms/action-form';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { sendAgain } from '../actions';
import { sentTo } from '../sent-to';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signUp'))('sentTitle') };
}

/** After the sign-up: the same page for every address. */
export default async function SentPage() {
  const email = await sentTo();
  if (!email) redirect('/sign-up');
  const t = await getTranslations('signUp');
  return (
    <Entry title={t('sentTitle')} lead={t('sent', { email })}>
      <p className="mb-5 text-sm text-ink-2">{t('sentNot')}</p>
      <ActionForm action={sendAgain} known={[]}>
        <SubmitButton variant="secondary" pending={t('sending')}>
          {t('sendAgain')}
        </SubmitButton>
      </ActionForm>
      <EntryLink text={t('wrongAddress')} href="/sign-up" label={t('signUpAgain')} />
    </Entry>
  );
}
