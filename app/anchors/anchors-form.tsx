import { keep } from '@/app/[tenant]/settings/anchors/actions';
import { FormText } from '@/app/forms/form-text';
import { RuleForm } from '@/app/rules/rule-form';
import type { Reader } from '@/app/shell/reader';
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
    <RuleForm
      reader={reader}
      action={keep.bind(null, slug, kpi.id)}
      fields={names}
      newest={newest}
      save={t('anchorsPage.save')}
    >
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
    </RuleForm>
  );
}
