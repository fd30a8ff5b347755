import type { Metadata } from 'next';
import { look } from '@/app/access/look';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { BadLink } from '@/app/shell/bad-link';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { readSignUp } from '@/domain/members/sign-up';
import { getTranslations } from '@/i18n/request';
import { openAccount } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

/** Where a sign-up's link leads. Programs that look through mails open it too: only the button does something. */
export default async function VerifyLinkPage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const t = await getTranslations('verify');
  const { found, refusal } = await look(readSignUp(token));
  if (refusal) return <BadLink refusal={refusal} again={{ href: '/sign-up', label: t('again') }} />;
  return (
    <Entry title={t('title')} lead={t('lead', found)}>
      <ActionForm action={openAccount.bind(null, token)} known={['password']}>
        <FormStack>
          <FormText
            name="password"
            type="password"
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="current-password"
            required
          />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
    </Entry>
  );
}
