import type { CSSProperties, ReactNode } from 'react';
import { classNames } from '@/components/class-names';
import { SortChoice } from './sort-choice';
import { type Column, TableHead } from './table-head';
import { TableRow } from './table-row';

export type { Column } from './table-head';

/**
 * Rows to compare, drawn on the server. Sorting and paging are links, so the address keeps them. Wide tables scroll
 * inside their own labelled region, which the keyboard reaches; with `phone: 'cards'` a phone shows a card a row, and what
 * can be sorted by behind a button that says `sortLabel`.
 */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  phone = 'scroll',
  totals,
  empty,
  tools,
  sortLabel,
  footer,
  maxHeight = 'min(80dvh, 52rem)',
  dense = false,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  phone?: 'scroll' | 'cards';
  totals?: { label: string; cells: Record<string, ReactNode> };
  empty?: ReactNode;
  tools?: ReactNode;
  sortLabel?: string;
  footer?: ReactNode;
  maxHeight?: string;
  dense?: boolean;
}) {
  const cards = phone === 'cards';
  const isEmpty = rows.length === 0 && Boolean(empty);
  // Nothing can be chosen of nothing.
  const above = isEmpty ? null : tools;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      {(!captionHidden || above) && (
        <div
          className={classNames(
            'flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line px-4',
            captionHidden ? 'py-1.5' : 'py-3',
          )}
        >
          {!captionHidden && (
            <p aria-hidden="true" className="font-semibold">
              {caption}
            </p>
          )}
          {above && (
            <div className="flex grow flex-wrap items-center justify-end gap-2">
              {cards && sortLabel && <SortChoice label={sortLabel} columns={columns} />}
              {above}
            </div>
          )}
        </div>
      )}
      {isEmpty ? (
        <div className="px-4 py-8 text-center text-ink-2">{empty}</div>
      ) : (
        <section
          aria-label={caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
          tabIndex={0}
          style={{ '--max-height': maxHeight } as CSSProperties}
          className={classNames(
            'scroll-hint max-h-(--max-height) overflow-auto -outline-offset-2',
            cards && 'max-md:max-h-none',
          )}
        >
          <table
            className={classNames('w-full border-separate border-spacing-0 text-sm', cards && 'max-md:block')}
            {...(cards && { role: 'table' })}
          >
            <caption className="sr-only">{caption}</caption>
            <TableHead columns={columns} cards={cards} />
            <tbody className={classNames(cards && 'max-md:block')} {...(cards && { role: 'rowgroup' })}>
              {rows.map((row) => (
                <TableRow key={rowKey(row)} row={row} columns={columns} cards={cards} dense={dense} />
              ))}
            </tbody>
            {totals && (
              <tfoot className={classNames(cards && 'max-md:block')} {...(cards && { role: 'rowgroup' })}>
                <tr className={classNames(cards && 'max-md:block')} {...(cards && { role: 'row' })}>
                  {columns.map((column, index) => (
                    <td
                      key={column.key}
                      data-label={index === 0 ? undefined : column.head}
                      className={classNames(
                        'num sticky bottom-0 border-t border-line-strong bg-sunken px-4 py-2.5 font-semibold',
                        column.align === 'end' && 'text-right',
                        cards &&
                          'max-md:static max-md:flex max-md:justify-between max-md:border-0 max-md:py-1.5 max-md:before:font-normal max-md:before:text-ink-3 max-md:before:content-[attr(data-label)]',
                        cards && index === 0 && 'max-md:before:hidden',
                        cards && index > 0 && !(column.key in totals.cells) && 'max-md:hidden',
                      )}
                      {...(cards && { role: 'cell' })}
                    >
                      {index === 0 ? totals.label : totals.cells[column.key]}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
      {footer && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5">
          {footer}
        </div>
      )}
    </div>
  );
}
