import { transfer } from '@/app/[tenant]/settings/members/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import type { Member } from '@/domain/members/list-members';
import type { Tenant } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';

/** Hands the firm over to another member. */
export async function TransferForm({ tenant, heirs }: { tenant: Tenant; heirs: Member[] }) {
  const t = await getTranslations();
  return (
    <ActionForm action={transfer.bind(null, tenant.slug)} known={['to', 'firmName']} className="max-w-xl">
      <FormStack>
        <FormSelect
          name="to"
          label={t('membersPage.newOwner')}
          options={heirs.map(({ id, name, email }) => ({ value: id, label: name ? `${name} (${email})` : email }))}
        />
        <FormText
          name="firmName"
          label={t('membersPage.typeName', { name: tenant.name })}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <FormActions>
          <SubmitButton variant="danger" pending={t('form.saving')}>
            {t('membersPage.transfer')}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
