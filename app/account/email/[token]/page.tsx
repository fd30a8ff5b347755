import type { Metadata } from 'next';
import { look } from '@/app/access/look';
import { ownUser } from '@/app/account/own-user';
import { ActionForm } from '@/app/forms/action-form';
import { BadLink } from '@/app/shell/bad-link';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { SubmitButton } from '@/components/form/submit-button';
import { readEmailChange } from '@/domain/members/change-email';
import { getTranslations } from '@/i18n/request';
import { confirm } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('confirmTitle') };
}

/** Where the letter to a new address leads. Programs that look through mails open it too: only the button does something. */
export default async function ConfirmEmailPage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const user = await ownUser(`/account/email/${encodeURIComponent(token)}`);
  const t = await getTranslations('account');
  const { found, refusal } = await look(readEmailChange(user, token));
  if (refusal) return <BadLink refusal={refusal} again={{ href: '/account', label: t('title') }} />;
  return (
    <Entry title={t('confirmTitle')} lead={t('confirmLead', found)}>
      <ActionForm action={confirm.bind(null, token)} known={[]}>
        <SubmitButton pending={t('changing')}>{t('confirm')}</SubmitButton>
      </ActionForm>
    </Entry>
  );
}
