import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import { Section } from '@/components/shell/section';
import { DataTable } from '@/components/table/data-table';
import type { Restatement } from '@/domain/measurements/list-restatements';
import type { WindowId } from '@/kpis/kpi';
import type { KpiPage } from './kpi-page';

/** Closed values that changed, from what to what, and the runs that did it. */
export function Restatements({
  kpi,
  base,
  path,
  search,
  reader,
  restatements,
}: KpiPage & { restatements: Restatement[] }) {
  const { t, f } = reader;
  const write = (value: number | null) => (value === null ? '–' : f.full(value, kpi.unit));
  const columns: SortedColumn<Restatement>[] = [
    {
      key: 'day',
      by: (row) => row.day,
      head: t('kpiPage.restatementOn'),
      rowHead: true,
      cell: (row) => f.day(row.day),
    },
    {
      key: 'window',
      by: (row) => t(`window.${row.window as WindowId}`),
      head: t('kpiPage.window'),
      cell: (row) => t(`window.${row.window as WindowId}`),
    },
    {
      key: 'before',
      by: (row) => row.before,
      head: t('kpiPage.before'),
      align: 'end',
      cell: (row) => write(row.before),
    },
    { key: 'after', by: (row) => row.after, head: t('kpiPage.after'), align: 'end', cell: (row) => write(row.after) },
    { key: 'at', by: (row) => row.at, head: t('kpiPage.changedAt'), cell: (row) => f.stamp(row.at) },
    {
      key: 'cause',
      head: t('kpiPage.cause'),
      cell: (row) =>
        row.definition !== null
          ? t('kpiPage.causeDefinition', { definition: row.definition })
          : row.runs.length === 0
            ? t('kpiPage.causeUnknown')
            : row.runs.slice(0, 3).map((run) => (
                <a key={run.id} href={`${base}/runs/${run.id}`} className="mr-3 text-brand hover:underline">
                  {run.fileName ?? run.feedName}
                </a>
              )),
    },
  ];
  return (
    <Section title={t('kpiPage.restatements')} text={t('kpiPage.restatementsText')}>
      <DataTable
        caption={t('kpiPage.restatements')}
        captionHidden
        rowKey={(row) => String(row.id)}
        empty={t('kpiPage.restatementsNone')}
        phone="cards"
        {...arranged(restatements, columns, { path, search, reader, name: 'changes' })}
      />
    </Section>
  );
}
