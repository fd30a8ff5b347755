import { paged } from '@/app/shell/paged';
import type { TablePlace } from '@/app/shell/table-place';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/table/data-table';
import { type DeliverySummary, deliveryOrders } from '@/domain/digests/list-deliveries';
import { deliveryTone } from './delivery-tone';

/** A page of what was sent, each with the way to exactly that. */
export function DeliveryTable({
  place,
  deliveries,
  next,
  withReader,
}: {
  place: TablePlace;
  deliveries: DeliverySummary[];
  /** The cursor of the next page. */
  next: string | null;
  withReader: boolean;
}) {
  const { t, f } = place.reader;
  const columns: Column<DeliverySummary>[] = [
    {
      key: 'subject',
      head: t('digestsPage.subject'),
      rowHead: true,
      wrap: true,
      cell: (row) => (
        <a href={`${place.path}/${row.id}`} className="font-medium text-brand hover:underline">
          {row.subject ?? `${t(`digestsPage.${row.digest}`)} ${row.period}`}
        </a>
      ),
    },
    { key: 'what', head: t('digestsPage.what'), cell: (row) => t(`digestsPage.${row.digest}`) },
    ...(withReader
      ? [
          {
            key: 'reader',
            head: t('digestsPage.reader'),
            cell: (row: DeliverySummary) => row.reader ?? t('digestsPage.gone'),
          },
        ]
      : []),
    {
      key: 'state',
      head: t('digestsPage.state'),
      cell: (row) => (
        <StatusBadge tone={deliveryTone[row.status]} label={t(`digestsPage.status.${row.status}`)} quiet />
      ),
    },
    { key: 'when', head: t('digestsPage.when'), cell: (row) => f.stamp(row.sentAt ?? row.createdAt) },
  ];
  return (
    <DataTable
      caption={t('digestsPage.sent')}
      captionHidden
      phone="cards"
      rows={deliveries}
      rowKey={(row) => row.id}
      empty={t('digestsPage.sentNone')}
      {...paged(columns, { usual: '-when', ...place }, { orders: Object.keys(deliveryOrders), next })}
    />
  );
}
