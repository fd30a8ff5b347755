import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
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
  place,
  base,
  feeds,
  now,
  label,
}: {
  place: TablePlace;
  base: string;
  feeds: FeedSummary[];
  now: Date;
  label: string;
}) {
  const { t, f, say } = place.reader;
  const kind = (feed: FeedSummary) => {
    const declared = connectorNamed(feed.connector);
    return declared ? say(declared.title) : feed.connector;
  };
  const columns: SortedColumn<FeedSummary>[] = [
    {
      key: 'name',
      by: (feed) => feed.name,
      head: t('feedsPage.name'),
      rowHead: true,
      cell: (feed) => (
        <a href={`${base}/feeds/${feed.id}`} className="font-medium text-brand hover:underline">
          {feed.name}
        </a>
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
          <a href={`${base}/runs/${feed.lastRun.id}`} className="hover:underline">
            {f.ago(feed.lastRun.createdAt, now)}
          </a>
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
      by: kind,
      head: t('feedsPage.kind'),
      cell: kind,
    },
  ];
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rowKey={(feed) => feed.id}
      {...arranged(feeds, columns, place)}
    />
  );
}
