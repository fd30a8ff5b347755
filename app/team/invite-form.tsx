import { invite } from '@/app/[tenant]/settings/members/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Icon } from '@/components/icon/icon';
import { type Access, noLimits } from '@/domain/tenants/access';
import type { FirmChannel } from '@/domain/tenants/firm-channels';
import { locales } from '@/i18n/locale';
import { getTranslations } from '@/i18n/request';
import { LimitsFields } from './limits-fields';
import { roleOptions } from './role-options';

/** Invites somebody by mail. */
export async function InviteForm({ access, channels }: { access: Access; channels: FirmChannel[] }) {
  const t = await getTranslations();
  const { tenant, actor } = access;
  return (
    <ActionForm
      action={invite.bind(null, tenant.slug)}
      known={['email', 'role', 'locale', 'channels', 'mechanisms']}
      className="max-w-2xl"
    >
      <FormStack>
        <FormText
          name="email"
          type="email"
          label={t('membersPage.address')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <FormSelect
          name="role"
          label={t('membersPage.role')}
          options={await roleOptions(actor.role)}
          defaultValue="viewer"
        />
        <FormSelect
          name="locale"
          label={t('membersPage.mailLanguage')}
          options={locales.map((one) => ({ value: one, label: t(`language.${one}`) }))}
          defaultValue={tenant.locale}
        />
        <details>
          <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1 rounded-xs text-sm text-ink-2">
            {t('membersPage.limit')}
            <Icon name="chevron-down" className="size-4" />
          </summary>
          <div className="mt-3 space-y-4">
            <LimitsFields channels={channels} limits={noLimits} />
          </div>
        </details>
        <FormActions>
          <SubmitButton icon="mail" pending={t('membersPage.sending')}>
            {t('membersPage.invite')}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
