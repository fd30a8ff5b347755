import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { FirmFields, firmFields } from '@/app/firm/firm-fields';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { askForAccount } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signUp'))('title') };
}

/** A stranger opens an account and founds a firm. */
export default async function SignUpPage() {
  if (await currentUser()) redirect('/new-firm');
  const t = await getTranslations('signUp');
  return (
    <Entry title={t('title')} lead={t('lead')}>
      <ActionForm action={askForAccount} known={[...firmFields, 'person', 'email', 'password']}>
        <FormStack>
          <h2 className="text-lg font-semibold">{t('you')}</h2>
          <FormText name="person" label={t('person')} autoComplete="name" maxLength={200} required />
          <FormText name="email" type="email" label={t('email')} hint={t('emailHint')} autoComplete="email" required />
          <FormText
            name="password"
            type="password"
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            required
          />
          <h2 className="pt-3 text-lg font-semibold">{t('firm')}</h2>
          <FirmFields />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <EntryLink text={t('haveOne')} href="/sign-in" label={t('toSignIn')} />
    </Entry>
  );
}
