import { paged } from '@/app/shell/paged';
import type { TablePlace } from '@/app/shell/table-place';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { type Column, DataTable } from '@/components/table/data-table';
import { type Reject, rejectOrders } from '@/domain/ingest/list-rejects';
import { problemText } from './preview-view';

const tone: Record<Reject['status'], Tone> = { open: 'warn', replayed: 'good', superseded: 'neutral' };

/** A page of rows that were kept aside: why, as a sentence, and the row as it came. */
export function RejectTable({
  place,
  base,
  rejects,
  next,
  count,
  target,
  withRun,
}: {
  place: TablePlace;
  base: string;
  rejects: Reject[];
  /** The cursor of the next page. */
  next: string | null;
  /** How many there are on all pages. */
  count: number;
  target: string;
  withRun: boolean;
}) {
  const { reader } = place;
  const { t, f } = reader;
  const columns: Column<Reject>[] = [
    { key: 'line', head: t('importPage.line'), rowHead: true, cell: (reject) => f.number(reject.line) },
    {
      key: 'reason',
      head: t('runPage.reason'),
      wrap: true,
      cell: (reject) => (
        <span className="block text-ink md:min-w-56">
          {problemText(reader, target, {
            code: reject.code,
            field: reject.field ?? undefined,
            value: reject.value ?? undefined,
            params: reject.params,
          })}
        </span>
      ),
    },
    {
      key: 'value',
      head: t('runPage.value'),
      cell: (reject) => <span className="block max-w-48 truncate">{reject.value || '–'}</span>,
    },
    // A feed's are all open, but of many runs.
    withRun
      ? {
          key: 'run',
          head: t('runPage.title'),
          cell: (reject) => (
            <a href={`${base}/runs/${reject.runId}#rejects`} className="text-brand hover:underline">
              {t('runPage.open')}
            </a>
          ),
        }
      : {
          key: 'state',
          head: t('feedsPage.state'),
          cell: (reject) => <StatusBadge tone={tone[reject.status]} label={t(`rejectStatus.${reject.status}`)} quiet />,
        },
    {
      key: 'raw',
      head: t('runPage.raw'),
      wrap: true,
      cell: (reject) => (
        <dl className="flex flex-wrap gap-x-3 text-xs text-ink-3 max-md:justify-end md:min-w-72">
          {Object.entries(reject.raw)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name} className="flex max-w-full gap-1">
                <dt className="shrink-0">{name}</dt>
                <dd className="truncate text-ink-2">{String(value)}</dd>
              </div>
            ))}
        </dl>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('runPage.rejects')}
      captionHidden
      phone="cards"
      rows={rejects}
      rowKey={(reject) => String(reject.id)}
      empty={t('runPage.rejectsNone')}
      {...paged(
        columns,
        { usual: 'line', anchor: 'rejects', ...place },
        { orders: Object.keys(rejectOrders), next, text: count > 0 ? t('kpiPage.rowsCount', { count }) : undefined },
      )}
    />
  );
}
