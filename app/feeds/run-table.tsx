import { paged } from '@/app/shell/paged';
import type { TablePlace } from '@/app/shell/table-place';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/table/data-table';
import type { RunSummary } from '@/domain/ingest/read-runs';
import { runTone } from './freshness-tone';

/** A page of runs with their counts. */
export function RunTable({
  place,
  base,
  runs,
  next,
  orders,
  label,
  empty,
  withFeed = false,
}: {
  place: TablePlace;
  base: string;
  runs: RunSummary[];
  /** The cursor of the next page. */
  next: string | null;
  /** What the list can be ordered by. */
  orders: readonly string[];
  label: string;
  empty: string;
  withFeed?: boolean;
}) {
  const { t, f } = place.reader;
  const count = (key: 'read' | 'inserted' | 'updated' | 'unchanged' | 'rejected') => ({
    key,
    head: t(`runPage.${key}`),
    align: 'end' as const,
    cell: (run: RunSummary) => f.number(run[key]),
  });
  const columns: Column<RunSummary>[] = [
    {
      key: 'when',
      head: t('runPage.title'),
      rowHead: true,
      cell: (run) => (
        <a href={`${base}/runs/${run.id}`} className="font-medium text-brand hover:underline">
          {f.stamp(run.createdAt)}
        </a>
      ),
    },
    {
      key: withFeed ? 'feed' : 'file',
      head: t(withFeed ? 'feedsPage.name' : 'runPage.file'),
      cell: (run) => {
        const what = run.source ? run.source.name : t(`runKind.${run.kind}`);
        return (
          <span className="block min-w-0 max-w-48">
            {withFeed && <span className="block truncate">{run.feedName}</span>}
            <span className={withFeed ? 'block truncate text-xs text-ink-3' : 'block truncate'}>{what}</span>
          </span>
        );
      },
    },
    {
      key: 'state',
      head: t('feedsPage.state'),
      cell: (run) => (
        <StatusBadge
          tone={runTone[run.status]}
          label={t(run.status === 'partial' ? 'runStatus.partialShort' : `runStatus.${run.status}`)}
          quiet
        />
      ),
    },
    count('read'),
    count('inserted'),
    count('updated'),
    count('unchanged'),
    count('rejected'),
  ];
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rows={runs}
      rowKey={(run) => run.id}
      empty={empty}
      {...paged(columns, { usual: '-when', ...place }, { orders, next })}
    />
  );
}
