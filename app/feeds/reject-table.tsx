import type { ReactNode } from 'react';
import type { Reader } from '@/app/shell/reader';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { DataTable } from '@/components/table/data-table';
import type { Reject } from '@/domain/ingest/list-rejects';
import { problemText } from './preview-view';

const tone: Record<Reject['status'], Tone> = { open: 'warn', replayed: 'good', superseded: 'neutral' };

/** Rows that were kept aside: why, as a sentence, and the row as it came. */
export function RejectTable({
  reader,
  rejects,
  target,
  label,
  tools,
  footer,
}: {
  reader: Reader;
  rejects: Reject[];
  target: string;
  label: string;
  tools?: ReactNode;
  footer?: ReactNode;
}) {
  const { t, f } = reader;
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rows={rejects}
      rowKey={(reject) => String(reject.id)}
      empty={t('runPage.rejectsNone')}
      tools={tools}
      footer={footer}
      columns={[
        { key: 'line', head: t('importPage.line'), rowHead: true, cell: (reject) => f.number(reject.line) },
        {
          key: 'reason',
          head: t('runPage.reason'),
          wrap: true,
          cell: (reject) => (
            <span className="block min-w-56 text-ink">
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
        {
          key: 'status',
          head: t('feedsPage.state'),
          cell: (reject) => <StatusBadge tone={tone[reject.status]} label={t(`rejectStatus.${reject.status}`)} quiet />,
        },
        {
          key: 'raw',
          head: t('runPage.raw'),
          wrap: true,
          cell: (reject) => (
            <dl className="min-w-72 text-xs text-ink-3">
              {Object.entries(reject.raw)
                .filter(([, value]) => value !== '')
                .map(([name, value]) => (
                  <div key={name} className="mr-3 inline-flex max-w-full gap-1">
                    <dt>{name}</dt>
                    <dd className="truncate text-ink-2">{String(value)}</dd>
                  </div>
                ))}
            </dl>
          ),
        },
      ]}
    />
  );
}
