import { classNames } from '@/components/class-names';
import type { Column } from './table-head';

export function TableRow<Row>({
  row,
  columns,
  cards,
  dense,
}: {
  row: Row;
  columns: Column<Row>[];
  cards: boolean;
  dense: boolean;
}) {
  return (
    <tr
      className={classNames(
        'group/row relative hover:bg-sunken',
        cards && 'max-md:block max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-0',
      )}
      {...(cards && { role: 'row' })}
    >
      {columns.map((column) => {
        const Tag = column.rowHead ? 'th' : 'td';
        return (
          <Tag
            key={column.key}
            scope={column.rowHead ? 'row' : undefined}
            data-label={column.rowHead ? undefined : column.head}
            className={classNames(
              'num border-b border-line px-4 text-left align-middle font-normal group-last/row:border-0',
              dense ? 'py-1.5' : 'py-2.5',
              column.align === 'end' && 'text-right',
              !column.wrap && 'whitespace-nowrap',
              column.rowHead && 'font-medium text-ink',
              cards &&
                'max-md:flex max-md:justify-between max-md:gap-6 max-md:border-0 max-md:px-0 max-md:py-1 max-md:whitespace-normal max-md:before:shrink-0 max-md:before:text-ink-3 max-md:before:content-[attr(data-label)]',
              cards && (column.rowHead ? 'max-md:text-base max-md:before:hidden' : 'max-md:text-right'),
            )}
            {...(cards && { role: column.rowHead ? 'rowheader' : 'cell' })}
          >
            {/* On a card a cell is a label and one thing beside it. */}
            {cards ? <div className="min-w-0">{column.cell(row)}</div> : column.cell(row)}
          </Tag>
        );
      })}
    </tr>
  );
}
