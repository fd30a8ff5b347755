import { addressWith } from '@/components/table/address';
import type { Column } from '@/components/table/data-table';
import { type AnyTablePlace, placeParam } from './table-place';

/** What a column is sorted by; none: it is not. */
export type SortedColumn<Row> = Column<Row> & { by?: (row: Row) => string | number | Date | null };

/** The link in the head of a column by which the address sorts, and how it is sorted now. It leads to the first page. */
export function sortLink(key: string, place: AnyTablePlace): NonNullable<Column<never>['sort']> {
  const { param, asked } = placeParam(place, 'sort');
  const order = asked || place.usual;
  const direction = order === key ? 'ascending' : order === `-${key}` ? 'descending' : null;
  const next = direction === 'ascending' ? `-${key}` : key;
  return {
    href: addressWith(place.path, place.search, {
      [placeParam(place, 'cursor').param]: null,
      [placeParam(place, 'page').param]: null,
      [param]: next,
    }),
    direction,
    label: place.reader.t(direction === 'ascending' ? 'table.sortDown' : 'table.sortUp'),
  };
}

/**
 * A whole list in the order that the address asks for (`sort=name`, `sort=-name` for the other way round), and its columns
 * with the links that change it. What has no value comes last either way. Not for a page of a longer list.
 */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly SortedColumn<Row>[],
  place: AnyTablePlace,
): { rows: Row[]; columns: Column<Row>[] } {
  const { asked } = placeParam(place, 'sort');
  const down = asked.startsWith('-');
  const by = columns.find((column) => column.by && column.key === asked.replace(/^-/, ''));
  const collator = new Intl.Collator(place.reader.locale, { numeric: true });
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [by!.by!(a), by!.by!(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === 'string' ? collator.compare(x, String(y)) : Number(x) - Number(y);
    return down ? -order : order;
  };
  return {
    rows: by ? [...rows].sort(compare) : [...rows],
    columns: columns.map(({ by: value, ...column }) =>
      value ? { ...column, sort: sortLink(column.key, place) } : column,
    ),
  };
}
