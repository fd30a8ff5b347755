import type { Reader } from '@/app/shell/reader';
import { SubmitButton } from '@/components/form/submit-button';

/** The way back to the default, which is a new version too. */
export function ToDefault({
  reader: { t },
  action,
  newest,
  text,
}: {
  reader: Reader;
  action: (data: FormData) => Promise<void>;
  /** The newest version that the person saw. */
  newest: number;
  text: string;
}) {
  return (
    <form action={action}>
      <input type="hidden" name="after" value={newest} />
      <SubmitButton variant="secondary" size="sm" pending={t('form.saving')}>
        {text}
      </SubmitButton>
    </form>
  );
}
