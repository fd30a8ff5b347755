import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { FirmFields, firmFields } from '@/app/firm/firm-fields';
import { ActionForm } from '@/app/forms/action-form';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { found } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newFirm'))('title') };
}

/** Another firm for somebody who has an account. */
export default async function NewFirmPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in?next=/new-firm');
  if (!user.verified) redirect('/verify');
  const t = await getTranslations('newFirm');
  return (
    <Entry title={t('title')} lead={t('lead', { email: user.email })}>
      <ActionForm action={found} known={firmFields}>
        <FormStack>
          <FirmFields />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <EntryLink href="/" label={t('back')} />
    </Entry>
  );
}
