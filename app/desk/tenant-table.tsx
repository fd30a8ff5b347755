import type { ReactNode } from 'react';
import type { Search } from '@/app/shell/page-props';
import { addressWith } from '@/components/table/address';
import { type Column, DataTable } from '@/components/table/data-table';
import type { TenantOrder, TenantRow } from '@/domain/platform/list-tenants';
import type { DeskReader } from './desk-reader';
import { planName } from './plan-name';
import { ascendsFirst } from './tenant-order';
import { TenantStatus } from './tenant-status';

function Trouble({ row, reader: { t } }: { row: TenantRow; reader: DeskReader }) {
  const lines = [
    row.failedRuns > 0 && t('desk.tenants.failedRuns', { count: row.failedRuns }),
    row.lateFeeds > 0 && t('desk.tenants.late', { count: row.lateFeeds }),
    row.failedDigests > 0 && t('desk.tenants.failedDigests', { count: row.failedDigests }),
  ].filter((line) => line !== false);
  if (!lines.length) return t('desk.none');
  return (
    <span className="font-medium text-bad">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  );
}

/** A figure with a smaller one below it. */
const Both = ({ above, below }: { above: ReactNode; below: ReactNode }) => (
  <>
    {above}
    <span className="block text-xs text-ink-3">{below}</span>
  </>
);

/** The table of firms; its heads sort by the address. */
export function TenantTable({
  reader,
  rows,
  search,
  order,
  descending,
  now,
  footer,
}: {
  reader: DeskReader;
  rows: TenantRow[];
  search: Search;
  order: TenantOrder;
  descending: boolean;
  now: Date;
  footer?: ReactNode;
}) {
  const { t, f } = reader;
  const column = (
    key: TenantOrder,
    head: string,
    cell: Column<TenantRow>['cell'],
    more: Partial<Column<TenantRow>> = {},
  ): Column<TenantRow> => {
    const current = order === key;
    const upwards = current ? descending : ascendsFirst(key);
    const next = { sort: key, dir: upwards ? 'asc' : 'desc', page: null };
    return {
      key,
      head,
      cell,
      sort: {
        href: addressWith('/admin', search, next),
        direction: current ? (descending ? 'descending' : 'ascending') : null,
        label: t('desk.sortBy', { column: head }),
      },
      ...more,
    };
  };
  const ago = (at: Date | null) => (at ? <span title={f.instant(at)}>{f.ago(at, now)}</span> : t('desk.never'));
  return (
    <DataTable
      caption={t('desk.tenants.title')}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('desk.tenants.empty')}
      footer={footer}
      columns={[
        column(
          'name',
          t('desk.tenants.name'),
          (row) => (
            <Both
              above={
                <a href={`/admin/tenants/${row.slug}`} className="font-medium text-brand hover:underline">
                  {row.name}
                </a>
              }
              below={`${row.slug} · ${planName(reader, row.plan)}`}
            />
          ),
          { rowHead: true, wrap: true },
        ),
        {
          key: 'status',
          head: t('desk.tenants.state'),
          cell: (row) => <TenantStatus reader={reader} status={row.status} bitesAt={row.bitesAt} now={now} quiet />,
        },
        column('trouble', t('desk.tenants.trouble'), (row) => <Trouble row={row} reader={reader} />),
        column('until', t('desk.tenants.until'), (row) => ago(row.dataUntil)),
        column('feeds', t('desk.tenants.feeds'), (row) => f.number(row.feeds), { align: 'end' }),
        column(
          'rows',
          t('desk.tenants.usage'),
          (row) => (
            <Both above={t('desk.tenants.rows', { rows: f.short(row.rows) })} below={f.bytes(row.uploadBytes)} />
          ),
          { align: 'end' },
        ),
        column('seen', t('desk.tenants.seen'), (row) => (
          <Both above={ago(row.seenAt)} below={t('desk.tenants.members', { count: row.members })} />
        )),
      ]}
    />
  );
}
