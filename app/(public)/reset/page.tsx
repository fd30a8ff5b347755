import type { Metadata } from 'next';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { mailReset } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reset'))('title') };
}

/** Asks for a link to set a new password. */
export default async function ResetPage() {
  const t = await getTranslations('reset');
  return (
    <Entry title={t('title')} lead={t('lead')}>
      <ActionForm action={mailReset} known={['email']}>
        <FormStack>
          <FormText name="email" type="email" label={t('email')} autoComplete="username" required />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <EntryLink href="/sign-in" label={t('back')} />
    </Entry>
  );
}
