import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { DataTable } from '@/components/table/data-table';
import type { FailedRun } from '@/domain/platform/summary';
import { runErrorSentence } from '@/domain/sentence';
import type { DeskReader } from './desk-reader';

/** Runs of a firm that failed, the latest first. */
export function FailedRunTable({ place, rows, now }: { place: TablePlace<DeskReader>; rows: FailedRun[]; now: Date }) {
  const { t, f, locale } = place.reader;
  const columns: SortedColumn<FailedRun>[] = [
    {
      key: 'feed',
      by: (row) => row.feed,
      head: t('desk.tenant.feed'),
      rowHead: true,
      wrap: true,
      cell: (row) => row.feed,
    },
    {
      key: 'why',
      by: (row) => runErrorSentence(locale, { code: row.code }),
      head: t('desk.tenant.why'),
      wrap: true,
      cell: (row) => runErrorSentence(locale, { code: row.code }),
    },
    {
      key: 'when',
      by: (row) => new Date(row.at),
      head: t('desk.tenant.when'),
      cell: (row) => <span title={f.instant(new Date(row.at))}>{f.ago(new Date(row.at), now)}</span>,
    },
    {
      key: 'run',
      head: t('desk.tenant.run'),
      cell: (row) => <code className="text-xs">{row.id.slice(0, 8)}</code>,
    },
  ];
  return (
    <DataTable
      caption={t('desk.tenant.failedRuns')}
      captionHidden
      phone="cards"
      rowKey={(row) => row.id}
      empty={t('desk.tenant.noFailedRuns')}
      {...arranged(rows, columns, place)}
    />
  );
}
