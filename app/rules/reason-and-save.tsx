import { FormArea } from '@/app/forms/form-area';
import type { Reader } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { SubmitButton } from '@/components/form/submit-button';

/** The end of each form of a rule: why, and the button. */
export function ReasonAndSave({ reader: { t }, save }: { reader: Reader; save: string }) {
  return (
    <>
      <FormArea
        name="reason"
        rows={2}
        maxLength={300}
        label={t('rules.reason')}
        hint={t('rules.reasonHint')}
        optional={t('form.optional')}
      />
      <FormActions>
        <SubmitButton pending={t('form.saving')}>{save}</SubmitButton>
      </FormActions>
    </>
  );
}
