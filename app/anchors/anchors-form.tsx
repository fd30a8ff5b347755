import { keep } from '@/app/[tenant]/settings/anchors/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormArea } from '@/app/forms/form-area';
import { FormText } from '@/app/forms/form-text';
import type { Reader } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import type { AnchorSet } from '@/domain/anchors/anchor-set';
import type { KpiDeclaration } from '@/kpis/kpi';

const names = ['floor', 'pass', 'target'] as const;

/** Asks for a firm's own anchors of a KPI, each beside the default. */
export function AnchorsForm({
  reader,
  slug,
  kpi,
  set,
  newest,
}: {
  reader: Reader;
  slug: string;
  kpi: KpiDeclaration;
  set: AnchorSet;
  /** The newest version, beside which these are given. */
  newest: number;
}) {
  const { t, f } = reader;
  const labels = { floor: t('kpiPage.floor'), pass: t('kpiPage.pass'), target: t('kpiPage.full') };
  return (
    <Card pad="lg">
      <ActionForm action={keep.bind(null, slug, kpi.id)} known={[...names, 'reason']}>
        <input type="hidden" name="after" value={newest} />
        <FormStack>
          <div className="grid gap-5 sm:grid-cols-3">
            {names.map((name) => (
              <FormText
                key={name}
                name={name}
                inputMode="decimal"
                required
                label={labels[name]}
                hint={t('anchorsPage.defaultOf', { value: f.full(kpi.anchors[name], kpi.unit) })}
                defaultValue={String(set.anchors[name])}
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
            <SubmitButton pending={t('form.saving')}>{t('anchorsPage.save')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
    </Card>
  );
}
