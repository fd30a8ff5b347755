import { make } from '@/app/[tenant]/settings/keys/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { roleOptions } from '@/app/team/role-options';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { keyLifetimes } from '@/domain/keys/create-key';
import type { Access } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { NewKey } from './new-key';

/** Makes an API key and shows it this once. */
export async function KeyForm({ access }: { access: Access }) {
  const t = await getTranslations();
  return (
    <ActionForm
      action={make.bind(null, access.tenant.slug)}
      known={['name', 'role', 'expiresInDays']}
      className="max-w-2xl"
    >
      <FormStack>
        <NewKey
          texts={{
            title: t('keysPage.made'),
            text: t('keysPage.madeText'),
            copy: t('keysPage.copy'),
            copied: t('keysPage.copied'),
          }}
        />
        <FormText name="name" label={t('keysPage.name')} hint={t('keysPage.nameHint')} autoComplete="off" required />
        <FormSelect
          name="role"
          label={t('keysPage.role')}
          options={await roleOptions(access.actor.role)}
          defaultValue="viewer"
        />
        <FormSelect
          name="expiresInDays"
          label={t('keysPage.expires')}
          options={[
            ...keyLifetimes.map((days) => ({ value: String(days), label: t('keysPage.days', { days }) })),
            { value: 'never', label: t('keysPage.never') },
          ]}
          defaultValue="90"
        />
        <FormActions>
          <SubmitButton pending={t('form.saving')}>{t('keysPage.make')}</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
