import Link from 'next/link';
import type { ReactNode } from 'react';
import { freshnessTone } from '@/app/feeds/freshness-tone';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/table/data-table';
import { connectorNamed } from '@/connectors/catalogue';
import type { FeedLine } from '@/domain/platform/summary';
import { runErrorSentence } from '@/domain/sentence';
import type { DeskReader } from './desk-reader';

/** Feeds as the desk sees them; with the firm's name where they are of many firms. */
export function DeskFeedTable<Row extends FeedLine & { slug?: string; tenant?: string }>({
  reader: { t, f, locale },
  rows,
  now,
  label,
  empty,
  footer,
}: {
  reader: DeskReader;
  rows: Row[];
  now: Date;
  label: string;
  empty: ReactNode;
  footer?: ReactNode;
}) {
  const ofMany = rows.some((row) => row.slug);
  const tenant: Column<Row> = {
    key: 'tenant',
    head: t('desk.feeds.tenant'),
    cell: (row) => (
      <Link href={`/admin/tenants/${row.slug}`} prefetch={false} className="text-brand hover:underline">
        {row.tenant}
      </Link>
    ),
  };
  const ago = (text: string | null) => {
    if (!text) return t('desk.never');
    const at = new Date(text);
    return <span title={f.instant(at)}>{f.ago(at, now)}</span>;
  };
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      footer={footer}
      columns={[
        { key: 'name', head: t('desk.feeds.name'), rowHead: true, wrap: true, cell: (row) => row.name },
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
          head: t('desk.feeds.until'),
          // Some records have no day at which they happened: a product, a rate.
          cell: (row) => (row.watermark || !row.lastRun ? ago(row.watermark) : t('desk.none')),
        },
        {
          key: 'run',
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
          head: t('desk.feeds.rejects'),
          align: 'end',
          cell: (row) => (row.openRejects > 0 ? f.number(row.openRejects) : t('desk.none')),
        },
        {
          key: 'kind',
          head: t('desk.feeds.kind'),
          cell: (row) => {
            const title = connectorNamed(row.connector)?.title;
            return title ? (locale === 'en' ? title.en : title.zh) : row.connector;
          },
        },
      ]}
    />
  );
}
