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
import { readReset } from '@/domain/members/reset-password';
import { getTranslations } from '@/i18n/request';
import { setNewPassword } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reset'))('newTitle') };
}

/** Where the link leads: a new password. */
export default async function NewPasswordPage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const t = await getTranslations('reset');
  const { found, refusal } = await look(readReset(token));
  if (refusal) return <BadLink refusal={refusal} again={{ href: '/reset', label: t('again') }} />;
  return (
    <Entry title={t('newTitle')} lead={t('newLead', { email: found.email })}>
      <ActionForm action={setNewPassword.bind(null, token)} known={['password']}>
        <FormStack>
          {/* Tells password managers whose it is. */}
          <input type="hidden" name="username" autoComplete="username" value={found.email} />
          <FormText
            name="password"
            type="password"
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            required
          />
          <FormActions>
            <SubmitButton pending={t('setting')}>{t('set')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
    </Entry>
  );
}
