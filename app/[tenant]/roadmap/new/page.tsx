import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { findKpiSeen, kpisSeen } from '@/domain/limits/limited';
import { readAll } from '@/domain/measurements/read-all';
import { getTranslations } from '@/i18n/request';
import { stages } from '@/roadmap/stages';
import { setMilestone } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestone'))('createTitle') };
}

export default async function NewMilestonePage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant } = await params;
  const { entry, readings } = await read(tenant, async (work, entry) => ({ entry, readings: await readAll(work) }));
  const { t, f, say } = await readerOf(entry);
  const kpis = kpisSeen(entry.access);
  const asked = (await searchParams).kpi;
  const chosen = findKpiSeen(entry.access, typeof asked === 'string' ? asked : '');
  return (
    <>
      <PageHeader
        title={t('milestone.createTitle')}
        lead={t('milestone.createLead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.roadmap'), href: `/${tenant}/roadmap` }, { label: t('milestone.createTitle') }]}
          />
        }
      />
      <Card pad="lg">
        <ActionForm
          action={setMilestone.bind(null, tenant)}
          known={['kpi', 'target', 'dueOn', 'title', 'owner', 'stage']}
        >
          <FormStack>
            <FormSelect
              name="kpi"
              label={t('milestone.kpi')}
              defaultValue={chosen?.id}
              options={kpis.map((kpi) => {
                const value = readings.find((reading) => reading.kpi === kpi.code)?.value ?? null;
                const named = `${say(kpi.title)} (${t(`milestone.unit.${kpi.unit}`)})`;
                return {
                  value: kpi.id,
                  label: value === null ? named : t('milestone.kpiNow', { kpi: named, now: f.full(value, kpi.unit) }),
                };
              })}
            />
            <div className="grid gap-5 sm:grid-cols-2">
              <FormText
                name="target"
                inputMode="decimal"
                label={t('milestone.heads.target')}
                // Of the KPI that one comes from; the one that stands first in the list says nothing.
                defaultValue={chosen && String(readings.find(({ kpi }) => kpi === chosen.code)!.anchors.anchors.pass)}
                required
              />
              <FormText name="dueOn" type="date" label={t('milestone.dueOn')} required />
              <FormSelect
                name="stage"
                label={t('milestone.stageField')}
                options={stages.map((stage) => ({
                  value: String(stage.stage),
                  label: `${stage.stage} ${say(stage.title)}`,
                }))}
              />
              <FormText name="owner" label={t('milestone.owner')} optional={t('form.optional')} />
            </div>
            <FormText
              name="title"
              label={t('milestone.title')}
              hint={t('milestone.titleHint')}
              optional={t('form.optional')}
            />
            <FormActions>
              <SubmitButton pending={t('milestone.creating')}>{t('milestone.create')}</SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
      </Card>
    </>
  );
}
