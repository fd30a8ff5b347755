import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { read } from '@/app/access/read';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { forecastText } from '@/app/milestones/forecast-text';
import { milestoneTone } from '@/app/milestones/milestone-tone';
import { statusText } from '@/app/milestones/status-text';
import { targetLine } from '@/app/milestones/target-line';
import { chartFormat } from '@/app/reading/chart-format';
import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { LineChart } from '@/components/charts/line-chart';
import { ButtonLink } from '@/components/form/button-link';
import { ConfirmButton } from '@/components/form/confirm-button';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Facts } from '@/components/numbers/facts';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { StatusBadge } from '@/components/status/status-badge';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { can } from '@/domain/tenants/access';
import { findKpi } from '@/kpis/catalogue';
import { moveMilestone, shelveMilestone, unshelveMilestone } from '../actions';

type Props = PageProps<'tenant' | 'milestone'>;

const load = cache((tenant: string, id: string) =>
  read(tenant, async (work, entry) => {
    const all = await listMilestones(work, { includeArchived: true });
    const found = all.find((one) => one.id === id);
    if (!found) notFound();
    return { found, entry, mayChange: can(entry.access, 'milestone.manage') };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, milestone } = await params;
  const { found, entry } = await load(tenant, milestone);
  return { title: (await readerOf(entry)).say(found.title) };
}

export default async function MilestonePage({ params, searchParams }: Props) {
  const { tenant: slug, milestone } = await params;
  const { found, entry, mayChange } = await load(slug, milestone);
  const { saved, refused } = await searchParams;
  const reader = await readerOf(entry);
  const { t, f, say } = reader;
  const kpi = findKpi(found.kpi)!;
  const kpiHref = `/${slug}/kpis/${kpi.id}`;
  return (
    <>
      <PageHeader
        title={say(found.title)}
        eyebrow={t(`mechanism.${found.mechanism}`)}
        hue={mechanismHue[found.mechanism]}
        lead={found.why ? say(found.why) : undefined}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.roadmap'), href: `/${slug}/roadmap` }, { label: say(found.title) }]}
          />
        }
        status={<StatusBadge tone={milestoneTone[found.status]} label={t(`roadmap.status.${found.status}`)} />}
        actions={
          <>
            <ButtonLink href={kpiHref} icon="index">
              {t('milestone.openKpi', { kpi: say(kpi.title) })}
            </ButtonLink>
            {mayChange && !found.archived && (
              <ConfirmButton
                title={t('milestone.archiveTitle')}
                text={t('milestone.archiveText')}
                confirm={t('milestone.archive')}
                cancel={t('form.cancel')}
                pending={t('milestone.archiving')}
                action={shelveMilestone.bind(null, slug, found.id)}
              >
                {t('milestone.archive')}
              </ConfirmButton>
            )}
          </>
        }
      />
      <Refused code={refused} tenant={entry.access.tenant.name} />
      {saved && (
        <div className="mb-6">
          <Callout tone="good" title={t('form.saved')} live />
        </div>
      )}
      {found.archived && (
        <div className="mb-6">
          <Callout
            tone="info"
            title={t('roadmapPage.archivedOne', { title: say(found.title) })}
            actions={
              mayChange && (
                <form action={unshelveMilestone.bind(null, slug, found.id)}>
                  <SubmitButton variant="secondary" size="sm" pending={t('roadmapPage.undoing')}>
                    {t('roadmapPage.restore')}
                  </SubmitButton>
                </form>
              )
            }
          />
        </div>
      )}
      <Section
        title={t('milestone.standing')}
        text={entry.access.limits.channels ? t('limits.standing') : statusText(reader, found)}
      >
        <div className="grid gap-4 lg:grid-cols-[1fr_20rem]">
          <Card pad="lg">
            <LineChart
              caption={t('milestone.line', { kpi: say(kpi.title) })}
              x={found.series.map((point) => ({ key: point.day, label: f.dayShort(point.day) }))}
              xHead={t('kpiPage.day')}
              series={[
                {
                  name: say(kpi.title),
                  values: found.series.map((point) => point.value),
                  hue: mechanismHue[found.mechanism],
                },
              ]}
              target={{ name: t('milestone.targetLine'), value: targetLine(found) }}
              format={chartFormat(reader.locale, kpi.unit)}
              tableLabel={t('kpiPage.asTable')}
              none={t('milestone.none')}
            />
          </Card>
          <Card pad="lg">
            <Facts
              items={[
                {
                  term: t('milestone.heads.value'),
                  text: found.current === null ? t('status.empty') : f.full(found.current, found.unit),
                },
                { term: t('milestone.heads.target'), text: f.full(found.target, found.unit) },
                { term: t('milestone.startOn'), text: f.day(found.startOn) },
                { term: t('milestone.heads.due'), text: f.day(found.dueOn) },
                { term: t('milestone.heads.forecast'), text: forecastText(reader, found) },
                { term: t('milestone.heads.owner'), text: found.owner ?? '–' },
              ]}
            />
          </Card>
        </div>
      </Section>
      {mayChange && !found.archived && (
        <Section title={t('milestone.change')} text={t('milestone.changeText')} id="change">
          <Card pad="lg">
            <ActionForm
              action={moveMilestone.bind(null, slug, found.id)}
              known={['target', 'startOn', 'dueOn', 'title', 'owner']}
            >
              <FormStack>
                <input type="hidden" name="titleWas" value={say(found.title)} />
                <div className="grid gap-5 sm:grid-cols-2">
                  <FormText
                    name="target"
                    inputMode="decimal"
                    label={t('milestone.targetIn', { unit: t(`milestone.unit.${found.unit}`) })}
                    defaultValue={String(found.target)}
                    required
                  />
                  <FormText
                    name="owner"
                    label={t('milestone.owner')}
                    optional={t('form.optional')}
                    defaultValue={found.owner ?? ''}
                  />
                  <FormText name="startOn" type="date" label={t('milestone.startOn')} defaultValue={found.startOn} />
                  <FormText name="dueOn" type="date" label={t('milestone.dueOn')} defaultValue={found.dueOn} />
                </div>
                <FormText
                  name="title"
                  label={t('milestone.title')}
                  optional={t('form.optional')}
                  defaultValue={say(found.title)}
                />
                <FormActions>
                  <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
                </FormActions>
              </FormStack>
            </ActionForm>
          </Card>
        </Section>
      )}
    </>
  );
}
