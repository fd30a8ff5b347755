import { addressWith } from '@/components/table/address';
import type { Column } from '@/components/table/data-table';
import type { Search } from './page-props';
import type { Reader } from './reader';

/** What a column is sorted by; none: it is not. */
export type SortedColumn<Row> = Column<Row> & { by?: (row: Row) => string | number | Date | null };

/**
 * A whole list in the order that the address asks for (`sort=name`, `sort=-name` for the other way round), and its columns
 * with the links that change it. What has no value comes last either way. Not for a page of a longer list.
 */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly SortedColumn<Row>[],
  { path, search, reader }: { path: string; search: Search; reader: Reader },
): { rows: Row[]; columns: Column<Row>[] } {
  const asked = typeof search.sort === 'string' ? search.sort : '';
  const down = asked.startsWith('-');
  const by = columns.find((column) => column.by && column.key === asked.replace(/^-/, ''));
  const collator = new Intl.Collator(reader.locale, { numeric: true });
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [by!.by!(a), by!.by!(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === 'string' ? collator.compare(x, String(y)) : Number(x) - Number(y);
    return down ? -order : order;
  };
  return {
    rows: by ? [...rows].sort(compare) : [...rows],
    columns: columns.map(({ by: value, ...column }) => {
      if (!value) return column;
      const present = column.key === by?.key ? (down ? 'descending' : 'ascending') : null;
      const next = present === 'ascending' ? `-${column.key}` : column.key;
      return {
        ...column,
        sort: {
          href: addressWith(path, search, { sort: next }),
          direction: present,
          label: reader.t(present === 'ascending' ? 'table.sortDown' : 'table.sortUp'),
        },
      };
    }),
  };
}
