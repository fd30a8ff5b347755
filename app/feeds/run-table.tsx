import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Reader } from '@/app/shell/reader';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import type { RunSummary } from '@/domain/ingest/read-runs';
import { runTone } from './freshness-tone';

/** Runs with their counts, newest first. */
export function RunTable({
  reader,
  base,
  runs,
  label,
  empty,
  withFeed = false,
  footer,
}: {
  reader: Reader;
  base: string;
  runs: RunSummary[];
  label: string;
  empty: string;
  withFeed?: boolean;
  footer?: ReactNode;
}) {
  const { t, f } = reader;
  const count = (key: 'read' | 'inserted' | 'updated' | 'unchanged' | 'rejected') => ({
    key,
    head: t(`runPage.${key}`),
    align: 'end' as const,
    cell: (run: RunSummary) => f.number(run[key]),
  });
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rows={runs}
      rowKey={(run) => run.id}
      empty={empty}
      footer={footer}
      columns={[
        {
          key: 'when',
          head: t('runPage.title'),
          rowHead: true,
          cell: (run: RunSummary) => (
            <Link href={`${base}/runs/${run.id}`} className="font-medium text-brand hover:underline">
              {f.stamp(run.createdAt)}
            </Link>
          ),
        },
        ...(withFeed ? [{ key: 'feed', head: t('feedsPage.name'), cell: (run: RunSummary) => run.feedName }] : []),
        {
          key: 'what',
          head: t('runPage.file'),
          cell: (run: RunSummary) => (
            <span className="block max-w-56 truncate max-md:max-w-40">
              {run.source ? run.source.name : t(`runKind.${run.kind}`)}
            </span>
          ),
        },
        {
          key: 'state',
          head: t('feedsPage.state'),
          cell: (run: RunSummary) => (
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
      ]}
    />
  );
}
