import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { FeedTable } from '@/app/feeds/feed-table';
import { RunTable } from '@/app/feeds/run-table';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { askedPage } from '@/app/shell/table-place';
import { ButtonLink } from '@/components/form/button-link';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { EmptyState } from '@/components/status/empty-state';
import { listFeeds } from '@/domain/feeds/read-feeds';
import { listRuns } from '@/domain/ingest/read-runs';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedsPage'))('title') };
}

export default async function FeedsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { feeds, runs, entry, now } = await read(slug, async (work, entry) => ({
    feeds: await listFeeds(work),
    runs: await listRuns(work, { limit: 10, ...askedPage({ search, name: 'runs' }) }),
    entry,
    now: work.now,
  }));
  const reader = await readerOf(entry);
  const { t } = reader;
  const base = `/${slug}`;
  const connect = can(entry.access, 'feed.manage') && (
    <ButtonLink href={`${base}/feeds/new`} variant="primary" icon="plus">
      {t('feedsPage.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('feedsPage.title')} lead={t('feedsPage.lead')} actions={feeds.length > 0 && connect} />
      {feeds.length === 0 ? (
        <EmptyState
          picture="feeds"
          title={t('feedsPage.empty')}
          text={t('feedsPage.emptyText')}
          steps={[t('feedsPage.emptyStep1'), t('feedsPage.emptyStep2'), t('feedsPage.emptyStep3')]}
          action={connect}
        />
      ) : (
        <>
          <Section title={t('feedsPage.list')}>
            <FeedTable
              place={{ path: `${base}/feeds`, search, reader }}
              base={base}
              feeds={feeds}
              now={now}
              label={t('feedsPage.list')}
            />
          </Section>
          <Section id="runs" title={t('feedsPage.runs')}>
            <RunTable
              place={{ path: `${base}/feeds`, search, reader, name: 'runs', anchor: 'runs' }}
              base={base}
              runs={runs.data}
              next={runs.next}
              orders={runs.sortable}
              label={t('feedsPage.runs')}
              empty={t('feedPage.runsEmpty')}
              withFeed
            />
          </Section>
        </>
      )}
    </>
  );
}
