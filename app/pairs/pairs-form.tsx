import { keep } from '@/app/[tenant]/settings/pairs/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormArea } from '@/app/forms/form-area';
import { FormText } from '@/app/forms/form-text';
import type { Reader } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import type { PairWeightSet } from '@/domain/pair-weights/pair-weight-set';

/** Asks how often as much as another each join pair counts. */
export function PairsForm({
  reader,
  slug,
  set,
  newest,
}: {
  reader: Reader;
  slug: string;
  set: PairWeightSet;
  /** The newest version, beside which these are given. */
  newest: number;
}) {
  const { t, f, word } = reader;
  return (
    <Card pad="lg">
      <ActionForm action={keep.bind(null, slug)} known={[...set.shares.map(({ pair }) => pair), 'reason']}>
        <input type="hidden" name="after" value={newest} />
        <FormStack>
          <div className="grid gap-5 sm:grid-cols-2">
            {set.shares.map(({ pair, weight, share }) => (
              <FormText
                key={pair}
                name={pair}
                inputMode="decimal"
                required
                label={word('value', pair)}
                hint={t('pairsPage.share', { share: f.percent(share) })}
                defaultValue={String(weight)}
              />
            ))}
          </div>
          <FormArea
            name="reason"
            rows={2}
            maxLength={300}
            label={t('rules.reason')}
            hint={t('anchorsPage.reasonHint')}
            optional={t('form.optional')}
          />
          <FormActions>
            <SubmitButton pending={t('form.saving')}>{t('pairsPage.save')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
    </Card>
  );
}
