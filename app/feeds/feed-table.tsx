import Link from 'next/link';
import type { Search } from '@/app/shell/page-props';
import type { Reader } from '@/app/shell/reader';
import { type SortedColumn, sorted } from '@/app/shell/sorted';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import { connectorNamed } from '@/connectors/catalogue';
import type { FeedSummary } from '@/domain/feeds/read-feeds';
import { recordNamed } from '@/records/catalogue';
import { freshnessTone } from './freshness-tone';

/** The latest event that any record of the feed has brought. */
const latest = (feed: FeedSummary): Date | null =>
  feed.records.reduce<Date | null>(
    (last, { watermark }) => (watermark && (!last || watermark > last) ? watermark : last),
    null,
  );

/** Feeds with how fresh they are and what was kept aside. */
export function FeedTable({
  reader,
  base,
  feeds,
  now,
  label,
  search,
}: {
  reader: Reader;
  base: string;
  feeds: FeedSummary[];
  now: Date;
  label: string;
  search: Search;
}) {
  const { t, f, say } = reader;
  const columns: SortedColumn<FeedSummary>[] = [
    {
      key: 'name',
      by: (feed) => feed.name,
      head: t('feedsPage.name'),
      rowHead: true,
      cell: (feed) => (
        <Link href={`${base}/feeds/${feed.id}`} className="font-medium text-brand hover:underline">
          {feed.name}
        </Link>
      ),
    },
    {
      key: 'state',
      by: (feed) => (feed.status === 'paused' ? 'paused' : t(`freshness.${feed.freshness}`)),
      head: t('feedsPage.state'),
      cell: (feed) =>
        feed.status === 'paused' ? (
          <StatusBadge tone="neutral" label={t('feedsPage.paused')} quiet />
        ) : (
          <StatusBadge tone={freshnessTone[feed.freshness]} label={t(`freshness.${feed.freshness}`)} quiet />
        ),
    },
    {
      key: 'until',
      by: (feed) => latest(feed),
      head: t('feedsPage.until'),
      cell: (feed) => {
        const at = latest(feed);
        return at ? <span title={f.instant(at)}>{f.ago(at, now)}</span> : '–';
      },
    },
    {
      key: 'records',
      head: t('feedsPage.records'),
      wrap: true,
      cell: (feed) =>
        feed.records.length > 0 ? f.list(feed.records.map((one) => say(recordNamed(one.record).title))) : '–',
    },
    {
      key: 'run',
      by: (feed) => feed.lastRun?.createdAt ?? null,
      head: t('feedsPage.lastRun'),
      cell: (feed) =>
        feed.lastRun ? (
          <Link href={`${base}/runs/${feed.lastRun.id}`} className="hover:underline">
            {f.ago(feed.lastRun.createdAt, now)}
          </Link>
        ) : (
          t('feedsPage.never')
        ),
    },
    {
      key: 'rejects',
      by: (feed) => feed.openRejects,
      head: t('feedsPage.rejects'),
      align: 'end',
      cell: (feed) =>
        feed.openRejects > 0 ? (
          <span className="font-medium text-warn">{f.number(feed.openRejects)}</span>
        ) : (
          t('feedsPage.noRejects')
        ),
    },
    {
      key: 'kind',
      head: t('feedsPage.kind'),
      cell: (feed) => {
        const declared = connectorNamed(feed.connector);
        return declared ? say(declared.title) : feed.connector;
      },
    },
  ];
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rowKey={(feed) => feed.id}
      {...sorted(feeds, columns, { path: `${base}/feeds`, search, reader })}
    />
  );
}
