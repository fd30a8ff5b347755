import { keep } from '@/app/[tenant]/settings/pairs/actions';
import { FormText } from '@/app/forms/form-text';
import { RuleForm } from '@/app/rules/rule-form';
import type { Reader } from '@/app/shell/reader';
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
    <RuleForm
      reader={reader}
      action={keep.bind(null, slug)}
      fields={set.shares.map(({ pair }) => pair)}
      newest={newest}
      save={t('pairsPage.save')}
    >
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
    </RuleForm>
  );
}
