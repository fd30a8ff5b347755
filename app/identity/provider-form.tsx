import { save } from '@/app/[tenant]/settings/sign-in/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { type IdentityProvider, newMemberRoles } from '@/domain/identity/provider';
import { getTranslations } from '@/i18n/request';

/** The provider's settings. Its secret is asked for, never shown. */
export async function ProviderForm({ slug, provider }: { slug: string; provider: IdentityProvider | null }) {
  const t = await getTranslations();
  return (
    <ActionForm
      action={save.bind(null, slug)}
      known={['name', 'issuer', 'clientId', 'clientSecret', 'newMemberRole']}
      className="max-w-2xl"
    >
      <FormStack>
        <FormText
          name="name"
          label={t('identityPage.name')}
          hint={t('identityPage.nameHint')}
          defaultValue={provider?.name}
          autoComplete="off"
          required
        />
        <FormText
          name="issuer"
          label={t('identityPage.issuer')}
          hint={t('identityPage.issuerHint')}
          defaultValue={provider?.issuer}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <FormText
          name="clientId"
          label={t('identityPage.clientId')}
          defaultValue={provider?.clientId}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <FormText
          name="clientSecret"
          type="password"
          label={t('identityPage.clientSecret')}
          hint={t(provider ? 'identityPage.secretKept' : 'identityPage.secretHint')}
          autoComplete="new-password"
        />
        <FormSelect
          name="newMemberRole"
          label={t('identityPage.newcomers')}
          hint={t('identityPage.newcomersHint')}
          defaultValue={provider ? (provider.newMemberRole ?? 'invited') : 'viewer'}
          options={[
            ...newMemberRoles.map((role) => ({
              value: role,
              label: t('identityPage.joinAs', { role: t(`role.${role}`) }),
            })),
            { value: 'invited', label: t('identityPage.invitedOnly') },
          ]}
        />
        <FormActions>
          <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
