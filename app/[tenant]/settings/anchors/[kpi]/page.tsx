import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { requireAccess } from '@/app/access/require-access';
import { AnchorsForm } from '@/app/anchors/anchors-form';
import { anchorsText } from '@/app/anchors/anchors-text';
import { one } from '@/app/reading/asked';
import { RuleOutcome } from '@/app/rules/rule-outcome';
import { ToDefault } from '@/app/rules/to-default';
import { VersionTable } from '@/app/rules/version-table';
import { versionsAsked } from '@/app/rules/versions-asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { ButtonLink } from '@/components/form/button-link';
import { Facts } from '@/components/numbers/facts';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { isOpen } from '@/domain/anchors/anchor-set';
import { listAnchorSets, readAnchors } from '@/domain/anchors/read-anchors';
import { findKpiSeen } from '@/domain/limits/limited';
import { dataDay } from '@/domain/measurements/data-day';
import { can } from '@/domain/tenants/access';
import { takeDefault } from '../actions';

type Props = PageProps<'tenant' | 'kpi'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, kpi } = await params;
  const entry = await requireAccess(tenant);
  const { t, say } = await readerOf(entry);
  const found = findKpiSeen(entry.access, kpi);
  return found ? { title: t('anchorsPage.of', { kpi: say(found.title) }) } : {};
}

/** By which anchors one KPI is scored: how it is, how to change it, and how it was. */
export default async function KpiAnchorsPage({ params, searchParams }: Props) {
  const { tenant: slug, kpi: name } = await params;
  const search = await searchParams;
  const entry = await requireAccess(slug);
  const kpi = findKpiSeen(entry.access, name);
  if (!kpi) notFound();
  const { set, versions, newest, data } = await read(slug, async (work) => {
    return {
      set: await readAnchors(work, { kpi: kpi.code }),
      ...(await versionsAsked(search, (page) => listAnchorSets(work, { kpi: kpi.code, ...page }))),
      data: await dataDay(work),
    };
  });
  const reader = await readerOf(entry);
  const { t, f, say } = reader;
  const saved = one(search, 'saved');
  const mayChange = can(entry.access, 'rule.manage') && isOpen(kpi);
  const unit = t(`milestone.unit.${kpi.unit}`);
  return (
    <>
      <PageHeader
        title={t('anchorsPage.of', { kpi: say(kpi.title) })}
        lead={say(kpi.benchmark)}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('anchorsPage.title'), href: `/${slug}/settings/anchors` }, { label: say(kpi.title) }]}
          />
        }
        actions={<ButtonLink href={`/${slug}/kpis/${kpi.id}`}>{t('anchorsPage.toKpi')}</ButtonLink>}
      />
      <RuleOutcome reader={reader} search={search} tenant={entry.access.tenant.name} set={set} />
      {set.startsOn !== null && set.startsOn > data.at && (
        <div className="mb-6">
          <Callout tone="info" title={t('anchorsPage.later', { day: f.day(data.at) })} />
        </div>
      )}
      <Section title={t('anchorsPage.now')}>
        <Card pad="lg">
          <Facts
            items={[
              { term: t('anchorsPage.values'), text: anchorsText(reader, kpi, set.anchors) },
              { term: t('anchorsPage.defaults'), text: anchorsText(reader, kpi, kpi.anchors) },
              { term: t('anchorsPage.basis'), text: `${kpi.basis} · ${t(`basis.${kpi.basis}`)}` },
              { term: t('kpiPage.better'), text: t(`kpiPage.${kpi.direction}`) },
              ...(set.own ? [{ term: t('anchorsPage.since'), text: f.day(set.startsOn!) }] : []),
            ]}
          />
          {!isOpen(kpi) && <p className="mt-4 max-w-[52em] text-sm text-ink-2">{t('anchorsPage.sourced')}</p>}
        </Card>
      </Section>
      {mayChange && (
        <Section
          title={t('anchorsPage.ask')}
          text={t('anchorsPage.askText', { unit })}
          actions={
            set.own && (
              <ToDefault
                reader={reader}
                action={takeDefault.bind(null, slug, kpi.id)}
                newest={newest}
                text={t('anchorsPage.toDefault')}
              />
            )
          }
        >
          {/* After each version the fields begin with its values; a refusal keeps what was typed. */}
          <AnchorsForm key={saved} reader={reader} slug={slug} kpi={kpi} set={set} newest={newest} />
        </Section>
      )}
      {isOpen(kpi) && (
        <Section title={t('rules.versions')} text={t('anchorsPage.versionsText')} id="versions">
          <VersionTable
            place={{ path: `/${slug}/settings/anchors/${kpi.id}`, search, reader, anchor: 'versions' }}
            versions={versions.data}
            next={versions.next}
            current={set.version}
            empty={t('anchorsPage.none')}
            what={[
              {
                key: 'anchors',
                head: t('anchorsPage.values'),
                cell: ({ own }) => (
                  <span className="num">{own ? anchorsText(reader, kpi, own) : t('anchorsPage.isDefault')}</span>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
