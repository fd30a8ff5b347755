import type { ReactNode } from 'react';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';

export interface Column<Row> {
  key: string;
  head: string;
  align?: 'start' | 'end';
  cell: (row: Row) => ReactNode;
  /** A link that sorts by this column. `label` tells readers what it will do. `direction` is the present one. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null; label: string };
  /** The cell that names the row. */
  rowHead?: boolean;
  /** Lets long text break over lines. */
  wrap?: boolean;
}

/** Which way a column sorts. */
export const sortIcons = { ascending: 'arrow-up', descending: 'arrow-down' } as const;

export function TableHead<Row>({ columns, cards }: { columns: Column<Row>[]; cards: boolean }) {
  return (
    <thead className={classNames(cards && 'max-md:sr-only')} {...(cards && { role: 'rowgroup' })}>
      <tr {...(cards && { role: 'row' })}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={column.sort?.direction ?? undefined}
            className={classNames(
              'sticky top-0 z-1 border-b border-line bg-sunken px-4 py-2 text-xs font-medium whitespace-nowrap text-ink-3',
              column.align === 'end' ? 'text-right' : 'text-left',
            )}
            {...(cards && { role: 'columnheader' })}
          >
            {column.sort ? (
              <a
                href={column.sort.href}
                data-keep-place=""
                className={classNames('relative rounded-xs hover:text-ink', column.sort.direction && 'text-ink')}
              >
                {column.head}
                <span className="sr-only">, {column.sort.label}</span>
                {/* In the space between columns: it makes none wider. */}
                <Icon
                  name={column.sort.direction ? sortIcons[column.sort.direction] : 'sort'}
                  className="absolute top-0.5 left-full size-3.5"
                />
              </a>
            ) : (
              column.head
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
