import { isBlank } from './header';
import type { TableRow } from './table';

const BATCH_ROWS = 5_000;
/** Rows of a file may be huge: a batch ends before it holds more than about this. A cell counts for one more than it has. */
const BATCH_CHARACTERS = 2_000_000;

export type Shape = {
  width: number;
  /** Rows up to and including this line are not handed out. */
  afterLine: number;
  /** Whether cells beyond the header make a row suspect (in CSV the cells may have slipped) or are beside the table (a sheet). */
  extraCells: 'problem' | 'ignored';
};

/** Data rows as the table's reader sees them: blank ones left out, all of one width, in batches of bounded size. */
export async function* shapeRows(raw: AsyncIterable<TableRow[]>, shape: Shape): AsyncGenerator<TableRow[]> {
  const { width, afterLine } = shape;
  let batch: TableRow[] = [];
  let characters = 0;
  for await (const rows of raw) {
    for (const row of rows) {
      if (row.line <= afterLine || isBlank(row.cells)) continue;
      if (row.cells.length !== width) toWidth(row, shape);
      batch.push(row);
      for (const cell of row.cells) characters += cell.length + 1;
      if (batch.length === BATCH_ROWS || characters > BATCH_CHARACTERS) {
        yield batch;
        batch = [];
        characters = 0;
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
