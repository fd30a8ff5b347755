import type { ReactNode } from 'react';
import { addressWith } from '@/components/table/address';
import { ColumnChoice } from '@/components/table/column-choice';
import type { Column } from '@/components/table/data-table';
import { type AnyTablePlace, placeParam } from './table-place';

/**
 * The columns that the address does not hide (`hide=kind.run`), and the choice among them. The column that names the row
 * always stands. With the word for what a phone sorts by, ready for a `DataTable`.
 */
export function chosen<Row>(
  columns: readonly Column<Row>[],
  place: AnyTablePlace,
): { columns: Column<Row>[]; tools: ReactNode; sortLabel: string } {
  const { t } = place.reader;
  const { param, asked } = placeParam(place, 'hide');
  const free = columns.filter((column) => !column.rowHead).map((column) => column.key);
  const hidden = free.filter((key) => asked.split('.').includes(key));
  const hiding = (keys: string[]) => addressWith(place.path, place.search, { [param]: keys.join('.') });
  const items = columns
    .filter((column) => !column.rowHead)
    .map(({ key, head }) => {
      const shown = !hidden.includes(key);
      return {
        key,
        head,
        shown,
        does: t(shown ? 'table.hide' : 'table.show'),
        href: hiding(shown ? [...hidden, key] : hidden.filter((one) => one !== key)),
      };
    });
  return {
    columns: columns.filter((column) => !hidden.includes(column.key)),
    sortLabel: t('table.sort'),
    tools: (
      <ColumnChoice
        label={t('table.columns')}
        items={items}
        all={hidden.length > 0 ? { href: hiding([]), label: t('table.showAll') } : undefined}
      />
    ),
  };
}
