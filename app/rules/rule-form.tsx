import type { ReactNode } from 'react';
import { ActionForm } from '@/app/forms/action-form';
import type { Reader } from '@/app/shell/reader';
import { FormStack } from '@/components/form/form-stack';
import { Card } from '@/components/shell/card';
import { ReasonAndSave } from './reason-and-save';

/** Asks for a new version of a rule: its own fields, and why. */
export function RuleForm({
  reader,
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
          <ReasonAndSave reader={reader} save={save} />
        </FormStack>
      </ActionForm>
    </Card>
  );
}
