import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { anchorsText } from '@/app/anchors/anchors-text';
import { arranged } from '@/app/shell/arranged';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { DataTable } from '@/components/table/data-table';
import { listAnchors } from '@/domain/anchors/read-anchors';
import { getTranslations } from '@/i18n/request';
import { findKpi } from '@/kpis/catalogue';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('anchorsPage'))('title') };
}

/** By which anchors each KPI is scored: the default with its basis, and the firm's own beside it. */
export default async function AnchorsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { entry, list } = await read(slug, async (work, entry) => ({ entry, list: await listAnchors(work) }));
  const reader = await readerOf(entry);
  const { t, f, say } = reader;
  const path = `/${slug}/settings/anchors`;
  const table = arranged(
    list.map(({ kpi, set }) => ({ kpi: findKpi(kpi)!, set })),
    [
      {
        key: 'kpi',
        head: t('milestone.kpi'),
        rowHead: true,
        wrap: true,
        by: ({ kpi }) => say(kpi.title),
        cell: ({ kpi }) => (
          <a href={`${path}/${kpi.id}`} className="rounded-xs text-brand hover:underline">
            {say(kpi.title)}
          </a>
        ),
      },
      {
        key: 'basis',
        head: t('anchorsPage.basis'),
        by: ({ kpi }) => kpi.basis,
        cell: ({ kpi }) => `${kpi.basis} · ${t(`basis.${kpi.basis}`)}`,
      },
      {
        key: 'default',
        head: t('anchorsPage.defaults'),
        cell: ({ kpi }) => <span className="num">{anchorsText(reader, kpi, kpi.anchors)}</span>,
      },
      {
        key: 'own',
        head: t('anchorsPage.own'),
        cell: ({ kpi, set }) => <span className="num">{set.own ? anchorsText(reader, kpi, set.own) : '–'}</span>,
      },
      {
        key: 'since',
        head: t('anchorsPage.since'),
        by: ({ set }) => (set.own ? set.startsOn : null),
        cell: ({ set }) => (set.own ? f.day(set.startsOn!) : '–'),
      },
    ],
    { path, search, reader },
  );
  return (
    <>
      <PageHeader title={t('anchorsPage.title')} lead={t('anchorsPage.lead')} />
      <SettingsTabs access={entry.access} current="/anchors" />
      <Section title={t('anchorsPage.all')} text={t('anchorsPage.allText')}>
        <DataTable
          caption={t('anchorsPage.all')}
          captionHidden
          phone="cards"
          rowKey={({ kpi }) => kpi.code}
          {...table}
        />
      </Section>
    </>
  );
}
