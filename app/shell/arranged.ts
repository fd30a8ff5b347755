import { chosen } from './chosen';
import { type SortedColumn, sorted } from './sorted';
import type { AnyTablePlace } from './table-place';

/** A whole list as the address arranges it, ready for a `DataTable`: in its order, with its columns, and the choice of them. */
export function arranged<Row>(rows: readonly Row[], columns: readonly SortedColumn<Row>[], place: AnyTablePlace) {
  const inOrder = sorted(rows, columns, place);
  return { rows: inOrder.rows, ...chosen(inOrder.columns, place) };
}
