import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import type { VisitLine } from '@/domain/platform/get-tenant';
import type { DeskReader } from './desk-reader';

/** Visits of platform admins in a firm, the latest first. */
export function VisitTable({ reader: { t, f }, rows, now }: { reader: DeskReader; rows: VisitLine[]; now: Date }) {
  return (
    <DataTable
      caption={t('desk.tenant.visits')}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('desk.tenant.noVisits')}
      columns={[
        { key: 'admin', head: t('desk.tenant.visitor'), rowHead: true, cell: (row) => row.admin },
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
          head: t('desk.tenant.visitKind'),
          cell: (row) =>
            t(row.readOnly ? 'desk.tenant.visitReads' : 'desk.tenant.visitChanges', { role: t(`role.${row.role}`) }),
        },
        {
          key: 'time',
          head: t('desk.tenant.visitTime'),
          cell: (row) => `${f.stamp(row.startedAt)} – ${f.stamp(row.endedAt ?? row.endsAt)}`,
        },
        {
          key: 'state',
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
      ]}
    />
  );
}
