import type { ReactNode } from 'react';
import { freshnessTone } from '@/app/feeds/freshness-tone';
import { arranged } from '@/app/shell/arranged';
import { paged } from '@/app/shell/paged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import { connectorNamed } from '@/connectors/catalogue';
import { deskFeedOrders } from '@/domain/platform/list-feeds';
import type { FeedLine } from '@/domain/platform/summary';
import { runErrorSentence } from '@/domain/sentence';
import type { DeskReader } from './desk-reader';

/** Feeds as the desk sees them; with the firm's name where they are of many firms. */
export function DeskFeedTable<Row extends FeedLine & { slug?: string; tenant?: string }>({
  place,
  rows,
  now,
  label,
  empty,
  footer,
}: {
  place: TablePlace<DeskReader>;
  rows: Row[];
  now: Date;
  label: string;
  empty: ReactNode;
  footer?: ReactNode;
}) {
  const { t, f, locale } = place.reader;
  const ofMany = rows.some((row) => row.slug);
  const tenant: SortedColumn<Row> = {
    key: 'tenant',
    by: (row) => row.tenant ?? null,
    head: t('desk.feeds.tenant'),
    cell: (row) => (
      <a href={`/admin/tenants/${row.slug}`} className="text-brand hover:underline">
        {row.tenant}
      </a>
    ),
  };
  const ago = (text: string | null) => {
    if (!text) return t('desk.never');
    const at = new Date(text);
    return <span title={f.instant(at)}>{f.ago(at, now)}</span>;
  };
  const columns: SortedColumn<Row>[] = [
    {
      key: 'name',
      by: (row) => row.name,
      head: t('desk.feeds.name'),
      rowHead: true,
      wrap: true,
      cell: (row) => row.name,
    },
    ...(ofMany ? [tenant] : []),
    {
      key: 'state',
      head: t('desk.feeds.state'),
      cell: (row) =>
        row.status === 'paused' ? (
          <StatusBadge tone="neutral" label={t('desk.feeds.states.paused')} quiet />
        ) : (
          <StatusBadge tone={freshnessTone[row.freshness]} label={t(`freshness.${row.freshness}`)} quiet />
        ),
    },
    {
      key: 'until',
      by: (row) => (row.watermark ? new Date(row.watermark) : null),
      head: t('desk.feeds.until'),
      // Some records have no day at which they happened: a product, a rate.
      cell: (row) => (row.watermark || !row.lastRun ? ago(row.watermark) : t('desk.none')),
    },
    {
      key: 'run',
      by: ({ lastRun }) => (lastRun ? new Date(lastRun.at) : null),
      head: t('desk.feeds.lastRun'),
      wrap: true,
      cell: ({ lastRun }) =>
        lastRun ? (
          <>
            <span className={lastRun.status === 'failed' ? 'font-medium text-bad' : undefined}>
              {t(`runStatus.${lastRun.status}` as 'runStatus.failed')}
            </span>
            {' · '}
            {ago(lastRun.at)}
            {lastRun.error && (
              <span className="block text-xs text-ink-3">{runErrorSentence(locale, { code: lastRun.error })}</span>
            )}
          </>
        ) : (
          t('desk.never')
        ),
    },
    {
      key: 'rejects',
      by: (row) => row.openRejects,
      head: t('desk.feeds.rejects'),
      align: 'end',
      cell: (row) => (row.openRejects > 0 ? f.number(row.openRejects) : t('desk.none')),
    },
    {
      key: 'kind',
      by: (row) => row.connector,
      head: t('desk.feeds.kind'),
      cell: (row) => {
        const title = connectorNamed(row.connector)?.title;
        return title ? (locale === 'en' ? title.en : title.zh) : row.connector;
      },
    },
  ];
  // Those of many firms were sorted where they were read.
  const shown = ofMany
    ? { rows, ...paged(columns, place, { orders: deskFeedOrders, next: null }), footer }
    : { ...arranged(rows, columns, place), footer };
  return <DataTable caption={label} captionHidden phone="cards" rowKey={(row) => row.id} empty={empty} {...shown} />;
}
