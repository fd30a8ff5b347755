import type { ReactNode } from 'react';
import { ActionForm } from '@/app/forms/action-form';
import type { FormState } from '@/app/forms/form-state';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { getTranslations } from '@/i18n/request';

/** Asks for a password or a code before it does something that makes the account less safe. */
export async function ProofForm({
  action,
  children,
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** The button. */
  children: ReactNode;
}) {
  const t = await getTranslations('twoFactor');
  return (
    <ActionForm action={action} known={['password', 'code']} className="max-w-sm">
      <FormStack>
        <FormText name="password" type="password" label={t('password')} autoComplete="current-password" />
        <FormText
          name="code"
          label={t('orCode')}
          hint={t('orCodeHint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <FormActions>{children}</FormActions>
      </FormStack>
    </ActionForm>
  );
}
