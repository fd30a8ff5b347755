import type { ReactNode } from 'react';
import { addressWith } from '@/components/table/address';
import type { Column } from '@/components/table/data-table';
import { Pagination } from '@/components/table/pagination';
import { chosen } from './chosen';
import { sortLink } from './sorted';
import { type AnyTablePlace, placeParam } from './table-place';

/**
 * A page of a longer list as the address arranges it, ready for a `DataTable`: heads that sort by what the list can be ordered
 * by, the choice of columns, the ways to other pages. The list itself was sorted where it was read: see askedPage.
 */
export function paged<Row>(
  columns: readonly Column<Row>[],
  place: AnyTablePlace,
  { orders, next, text }: { orders: readonly string[]; next: string | null; text?: string },
): ReturnType<typeof chosen<Row>> & { footer: ReactNode } {
  const { t } = place.reader;
  const { param, asked } = placeParam(place, 'cursor');
  const to = (cursor: string | null) =>
    `${addressWith(place.path, place.search, { [param]: cursor })}${place.anchor ? `#${place.anchor}` : ''}`;
  const heads = columns.map((column) =>
    orders.includes(column.key) ? { ...column, sort: sortLink(column.key, place) } : column,
  );
  return {
    ...chosen(heads, place),
    footer: (text || asked || next) && (
      <Pagination
        label={t('table.pages')}
        text={text}
        previous={asked ? { href: to(null), label: t('table.first') } : undefined}
        next={next ? { href: to(next), label: t('table.next') } : undefined}
      />
    ),
  };
}
