import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { ButtonLink } from '@/components/form/button-link';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { DataTable } from '@/components/table/data-table';
import type { Export, ExportStatus } from '@/domain/leaving/exports';
import { rowsOf } from './live-export';

const tones: Record<ExportStatus, Tone> = {
  queued: 'neutral',
  running: 'info',
  done: 'good',
  failed: 'bad',
  expired: 'neutral',
};

/** The firm's exports, with the way to those that can still be downloaded. */
export function ExportTable({ place, base, exports }: { place: TablePlace; base: string; exports: Export[] }) {
  const { t, f } = place.reader;
  const columns: SortedColumn<Export>[] = [
    {
      key: 'when',
      by: (one) => one.createdAt,
      head: t('dataPage.when'),
      rowHead: true,
      cell: (one) => f.stamp(one.createdAt),
    },
    {
      key: 'by',
      by: (one) => one.requestedBy,
      head: t('dataPage.by'),
      wrap: true,
      cell: (one) => <span className="wrap-anywhere">{one.requestedBy}</span>,
    },
    {
      key: 'status',
      by: (one) => t(`dataPage.state.${one.status}`),
      head: t('dataPage.status'),
      cell: (one) => <StatusBadge tone={tones[one.status]} label={t(`dataPage.state.${one.status}`)} quiet />,
    },
    {
      key: 'rows',
      by: (one) => (one.finishedAt ? rowsOf(one) : null),
      head: t('dataPage.rows'),
      align: 'end',
      cell: (one) => (one.finishedAt ? f.number(rowsOf(one)) : '–'),
    },
    {
      key: 'size',
      by: (one) => one.size,
      head: t('dataPage.size'),
      align: 'end',
      cell: (one) => (one.size === null ? '–' : f.bytes(one.size)),
    },
    {
      key: 'until',
      by: (one) => (one.status === 'done' ? one.expiresAt : null),
      head: t('dataPage.until'),
      cell: (one) => (one.status === 'done' && one.expiresAt ? f.stamp(one.expiresAt) : '–'),
    },
    {
      key: 'get',
      head: t('dataPage.file'),
      cell: (one) =>
        one.status === 'done' ? (
          <ButtonLink href={`${base}/exports/${one.id}/file`} icon="download" size="sm" download>
            {t('dataPage.download')}
          </ButtonLink>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <DataTable
      caption={t('dataPage.exports')}
      captionHidden
      phone="cards"
      rowKey={(one) => one.id}
      empty={t('dataPage.noExports')}
      {...arranged(exports, columns, place)}
    />
  );
}
