import { DataTable } from '@/components/table/data-table';
import type { FailedRun } from '@/domain/platform/summary';
import { runErrorSentence } from '@/domain/sentence';
import type { DeskReader } from './desk-reader';

/** Runs of a firm that failed, the latest first. */
export function FailedRunTable({
  reader: { t, f, locale },
  rows,
  now,
}: {
  reader: DeskReader;
  rows: FailedRun[];
  now: Date;
}) {
  return (
    <DataTable
      caption={t('desk.tenant.failedRuns')}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('desk.tenant.noFailedRuns')}
      columns={[
        { key: 'feed', head: t('desk.tenant.feed'), rowHead: true, wrap: true, cell: (row) => row.feed },
        {
          key: 'why',
          head: t('desk.tenant.why'),
          wrap: true,
          cell: (row) => runErrorSentence(locale, { code: row.code }),
        },
        {
          key: 'when',
          head: t('desk.tenant.when'),
          cell: (row) => <span title={f.instant(new Date(row.at))}>{f.ago(new Date(row.at), now)}</span>,
        },
        {
          key: 'run',
          head: t('desk.tenant.run'),
          cell: (row) => <code className="text-xs">{row.id.slice(0, 8)}</code>,
        },
      ]}
    />
  );
}
