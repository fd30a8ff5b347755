import type { ReactNode } from 'react';
import { ActionForm } from '@/app/forms/action-form';
import { FormArea } from '@/app/forms/form-area';
import type { Reader } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';

/** Asks for a new version of a rule: its own fields, and why. */
export function RuleForm({
  reader: { t },
  action,
  fields,
  newest,
  save,
  children,
}: {
  reader: Reader;
  action: Parameters<typeof ActionForm>[0]['action'];
  /** Names of the fields in `children`. */
  fields: readonly string[];
  /** The newest version, beside which these are given. */
  newest: number;
  save: string;
  children: ReactNode;
}) {
  return (
    <Card pad="lg">
      <ActionForm action={action} known={[...fields, 'reason']}>
        <input type="hidden" name="after" value={newest} />
        <FormStack>
          {children}
          <FormArea
            name="reason"
            rows={2}
            maxLength={300}
            label={t('rules.reason')}
            hint={t('anchorsPage.reasonHint')}
            optional={t('form.optional')}
          />
          <FormActions>
            <SubmitButton pending={t('form.saving')}>{save}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
    </Card>
  );
}
