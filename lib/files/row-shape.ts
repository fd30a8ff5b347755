import { isBlank } from './header';
import type { TableRow } from './table';

const BATCH_ROWS = 5_000;

export type Shape = {
  width: number;
  /** Rows up to and including this line are not handed out. */
  afterLine: number;
  /** Whether cells beyond the header make a row suspect (in CSV the cells may have slipped) or are beside the table (a sheet). */
  extraCells: 'problem' | 'ignored';
};

/** Data rows as the table's reader sees them: blank ones left out, all of one width, in even batches. */
export async function* shapeRows(raw: AsyncIterable<TableRow[]>, shape: Shape): AsyncGenerator<TableRow[]> {
  const { width, afterLine } = shape;
  let batch: TableRow[] = [];
  for await (const rows of raw) {
    for (const row of rows) {
      if (row.line <= afterLine || isBlank(row.cells)) continue;
      if (row.cells.length !== width) toWidth(row, shape);
      batch.push(row);
      if (batch.length === BATCH_ROWS) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

function toWidth(row: TableRow, { width, extraCells }: Shape): void {
  const { cells } = row;
  if (cells.length > width) {
    const extra = cells.splice(width);
    if (row.problem || extraCells === 'ignored' || isBlank(extra)) return;
    row.problem = {
      code: 'too_many_cells',
      params: { expected: width, found: width + extra.length, extra: extra.join(' | ').slice(0, 200) },
    };
  }
  while (cells.length < width) cells.push('');
}
