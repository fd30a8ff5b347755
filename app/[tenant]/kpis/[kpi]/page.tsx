import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { read } from '@/app/access/read';
import { requireAccess } from '@/app/access/require-access';
import { MilestoneListView } from '@/app/milestones/milestone-list-view';
import { askedOf } from '@/app/reading/asked';
import { Breakdown } from '@/app/reading/breakdown';
import { Candidates } from '@/app/reading/candidates';
import { Evidence } from '@/app/reading/evidence';
import { FeedsOfKpi } from '@/app/reading/feeds-of-kpi';
import { FiguresBeside } from '@/app/reading/figures-beside';
import { HowCounted } from '@/app/reading/how-counted';
import { KpiHead } from '@/app/reading/kpi-head';
import { MissingFeed } from '@/app/reading/missing-feed';
import { Restatements } from '@/app/reading/restatements';
import { Trend } from '@/app/reading/trend';
import { ValueCard } from '@/app/reading/value-card';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { ButtonLink } from '@/components/form/button-link';
import { Section } from '@/components/shell/section';
import { SkeletonTable } from '@/components/status/skeleton-table';
import { listFeeds } from '@/domain/feeds/read-feeds';
import { findKpiSeen } from '@/domain/limits/limited';
import { dataDay } from '@/domain/measurements/data-day';
import { listRestatements } from '@/domain/measurements/list-restatements';
import { readKpi } from '@/domain/measurements/read-kpi';
import { readSeries } from '@/domain/measurements/read-series';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { listNotes } from '@/domain/notes/list-notes';
import { readPairWeights } from '@/domain/pair-weights/read-pair-weights';
import { can } from '@/domain/tenants/access';
import { dataSiloIndex } from '@/kpis/data-driven/data-silo-index';
import { addDays } from '@/lib/day';

type Props = PageProps<'tenant' | 'kpi'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, kpi } = await params;
  const entry = await requireAccess(tenant);
  const { say } = await readerOf(entry);
  const found = findKpiSeen(entry.access, kpi);
  return found ? { title: say(found.title) } : {};
}

/** A KPI: its value and what it is made of, down to the rows. The rows come last and on their own: only they read records. */
export default async function KpiPage({ params, searchParams }: Props) {
  const { tenant: slug, kpi: name } = await params;
  const entry = await requireAccess(slug);
  const kpi = findKpiSeen(entry.access, name);
  if (!kpi) notFound();
  const search = await searchParams;
  const asked = askedOf(kpi, search);
  const { window } = asked;
  const view = await read(slug, async (work) => {
    const { at: latest } = await dataDay(work);
    const at = asked.at ?? latest;
    const from = addDays(at, window === '365d' ? -371 : -181);
    return {
      latest,
      reading: await readKpi(work, { kpi: kpi.id, at, window, by: asked.by }),
      pairs: kpi.code === dataSiloIndex.code ? await readPairWeights(work, { at }) : null,
      series: await readSeries(work, { kpi: kpi.id, window, from, to: at, grain: window === '365d' ? 'week' : 'day' }),
      notes: await listNotes(work, { from, to: at }),
      restatements: await listRestatements(work, { kpi: kpi.code }),
      feeds: await listFeeds(work),
      milestones: await listMilestones(work, { kpi: kpi.id }),
      now: work.now,
    };
  });
  const reader = await readerOf(entry);
  const { t } = reader;
  const { tenant } = entry.access;
  const page = {
    kpi,
    asked,
    search,
    path: `/${slug}/kpis/${kpi.id}`,
    base: `/${slug}`,
    reader,
    currency: tenant.currency,
    only: entry.access.limits.channels,
  };
  return (
    <>
      <Refused code={search.refused} tenant={tenant.name} />
      <KpiHead {...page} reading={view.reading} latest={view.latest} now={view.now} />
      {view.reading.reason === 'feed_missing' ? (
        <>
          <MissingFeed {...page} />
          <HowCounted {...page} reading={view.reading} />
        </>
      ) : view.reading.reason === 'limited' ? (
        <>
          <ValueCard {...page} reading={view.reading} pairs={view.pairs} now={view.now} />
          <HowCounted {...page} reading={view.reading} />
        </>
      ) : (
        <>
          <div className="grid gap-4 xl:grid-cols-[21rem_minmax(0,1fr)]">
            <ValueCard {...page} reading={view.reading} pairs={view.pairs} now={view.now} />
            <Trend
              {...page}
              reading={view.reading}
              series={view.series}
              notes={view.notes}
              mayNote={can(entry.access, 'note.manage')}
              slug={slug}
            />
          </div>
          <HowCounted {...page} reading={view.reading} />
          <FiguresBeside {...page} figures={view.reading.figures} />
          <Breakdown {...page} reading={view.reading} />
          {kpi.measure.kind === 'coverage' && page.only === null && (
            <Section id="candidates" title={t('kpiPage.candidates')} text={t('kpiPage.candidatesText')}>
              <Suspense fallback={<SkeletonTable rows={4} columns={5} label={t('kpiPage.loadingRows')} />}>
                <Candidates {...page} slug={slug} reading={view.reading} />
              </Suspense>
            </Section>
          )}
          <Section id="rows" title={t('kpiPage.evidence')} text={t('kpiPage.evidenceText')}>
            <Suspense
              key={JSON.stringify({ ...search, sort: null, hide: null })}
              fallback={<SkeletonTable rows={8} columns={5} label={t('kpiPage.loadingRows')} />}
            >
              <Evidence {...page} slug={slug} reading={view.reading} />
            </Suspense>
          </Section>
        </>
      )}
      {/* What changed closed values is told of the whole firm's. */}
      {page.only === null && <Restatements {...page} restatements={view.restatements} />}
      <FeedsOfKpi {...page} feeds={view.feeds} now={view.now} />
      <Section
        title={t('kpiPage.milestones')}
        text={page.only ? t('limits.standing') : undefined}
        actions={
          can(entry.access, 'milestone.manage') && (
            <ButtonLink href={`/${slug}/roadmap/new?kpi=${kpi.id}`} size="sm" icon="flag">
              {t('roadmapPage.new')}
            </ButtonLink>
          )
        }
      >
        {view.milestones.length > 0 ? (
          <MilestoneListView
            reader={reader}
            base={`/${slug}`}
            milestones={view.milestones}
            label={t('kpiPage.milestones')}
          />
        ) : (
          <p className="text-ink-3">{t('kpiPage.milestonesNone')}</p>
        )}
      </Section>
    </>
  );
}
