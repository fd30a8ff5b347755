'use client';
import { DataTable } from '@/components/table/data-table';
import type { MappingTexts } from './mapping-texts';
import type { PreviewView } from './preview-view';

/** The first rows as they will be read; what cannot be read is marked in its cell and said in words. */
export function PreviewTable({ view, texts, busy }: { view: PreviewView; texts: MappingTexts; busy: boolean }) {
  type Row = PreviewView['rows'][number];
  const counts = texts.previewText.replace('{good}', String(view.good)).replace('{all}', String(view.rows.length));
  return (
    <div aria-busy={busy} className={busy ? 'opacity-60 transition-opacity' : undefined}>
      <DataTable<Row>
        caption={texts.preview}
        rows={view.rows}
        rowKey={(row) => String(row.line)}
        empty={texts.noPreview}
        dense
        tools={
          <p role="status" className="num text-sm text-ink-2">
            {busy ? texts.working : counts}
          </p>
        }
        columns={[
          { key: 'line', head: texts.line, align: 'end', rowHead: true, cell: (row) => row.line },
          ...(view.rows.some((row) => row.problems.length > 0)
            ? [
                {
                  key: 'problems',
                  head: texts.problems,
                  wrap: true,
                  cell: (row: Row) =>
                    row.problems.length > 0 ? (
                      <ul className="min-w-60 text-bad">
                        {row.problems.map((problem) => (
                          <li key={problem}>{problem}</li>
                        ))}
                      </ul>
                    ) : (
                      '–'
                    ),
                },
              ]
            : []),
          ...view.columns.map((column, index) => ({
            key: column.name,
            head: column.title,
            align: column.end ? ('end' as const) : undefined,
            cell: (row: Row) => {
              const cell = row.cells[index]!;
              return cell.bad ? (
                <mark className="rounded-xs bg-bad-soft px-1 text-bad">{cell.text || '–'}</mark>
              ) : (
                cell.text
              );
            },
          })),
        ]}
      />
    </div>
  );
}
