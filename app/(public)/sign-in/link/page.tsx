import type { Metadata } from 'next';
import { localPath } from '@/app/access/local-path';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import type { PageProps } from '@/app/shell/page-props';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { mailLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signInLink'))('title') };
}

/** Asks for a link to sign in with, instead of a password. */
export default async function SignInLinkPage({ searchParams }: PageProps) {
  const t = await getTranslations('signInLink');
  const next = localPath((await searchParams).next);
  return (
    <Entry title={t('title')} lead={t('lead')}>
      <ActionForm action={mailLink} known={['email']}>
        <FormStack>
          <input type="hidden" name="next" value={next} />
          <FormText name="email" type="email" label={t('email')} autoComplete="username" required />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <EntryLink href={`/sign-in?next=${encodeURIComponent(next)}`} label={t('withPassword')} />
    </Entry>
  );
}
