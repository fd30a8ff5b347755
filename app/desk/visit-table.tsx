import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import type { VisitLine } from '@/domain/platform/get-tenant';
import type { DeskReader } from './desk-reader';

/** Visits of platform admins in a firm, the latest first. */
export function VisitTable({ place, rows, now }: { place: TablePlace<DeskReader>; rows: VisitLine[]; now: Date }) {
  const { t, f } = place.reader;
  const columns: SortedColumn<VisitLine>[] = [
    { key: 'admin', by: (row) => row.admin, head: t('desk.tenant.visitor'), rowHead: true, cell: (row) => row.admin },
    {
      key: 'reason',
      head: t('desk.tenant.visitReason'),
      wrap: true,
      cell: (row) => (
        <>
          {row.reason} <span className="text-ink-3">({row.ticket})</span>
        </>
      ),
    },
    {
      key: 'kind',
      by: (row) => t(`role.${row.role}`),
      head: t('desk.tenant.visitKind'),
      cell: (row) =>
        t(row.readOnly ? 'desk.tenant.visitReads' : 'desk.tenant.visitChanges', { role: t(`role.${row.role}`) }),
    },
    {
      key: 'time',
      by: (row) => row.startedAt,
      head: t('desk.tenant.visitTime'),
      cell: (row) => `${f.stamp(row.startedAt)} – ${f.stamp(row.endedAt ?? row.endsAt)}`,
    },
    {
      key: 'state',
      by: (row) => row.endedAt ?? row.endsAt,
      head: t('desk.tenants.state'),
      cell: (row) => {
        const open = !row.endedAt && row.endsAt > now;
        return (
          <StatusBadge
            tone={open ? 'warn' : 'neutral'}
            label={t(open ? 'desk.tenant.visitOpen' : 'desk.tenant.visitEnded')}
            quiet
          />
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t('desk.tenant.visits')}
      captionHidden
      phone="cards"
      rowKey={(row) => row.id}
      empty={t('desk.tenant.noVisits')}
      {...arranged(rows, columns, place)}
    />
  );
}
