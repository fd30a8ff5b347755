import type { ByteSource } from './byte-source';
import type { TableRow } from './table';
import { columnOf, numberText } from './xlsx-cell';
import type { SharedStrings } from './xlsx-strings';
import type { NumberMeaning } from './xlsx-styles';
import { LONGEST_CELL, readXml, unescapeExcel } from './xlsx-xml';

export type SheetContext = { strings: SharedStrings; styles: NumberMeaning[]; from1904: boolean };

/** The widest and the longest sheet there is; a reference beyond it is damage. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** The number that a row gives itself, if it can be one: rows go downwards. */
function lineOf(reference: string | undefined, before: number): number {
  const line = Number(reference);
  return Number.isInteger(line) && line > before && line <= MOST_ROWS ? line : before + 1;
}

/** The rows of a worksheet in order, with their row numbers. Cells show what they hold: of a formula its last result. */
export async function* sheetRows(
  sheet: ByteSource,
  { strings, styles, from1904 }: SheetContext,
): AsyncGenerator<TableRow[]> {
  let rows: TableRow[] = [];
  let row: TableRow = { line: 0, cells: [] };
  let column = -1;
  let type = '';
  let meaning: NumberMeaning = 'number';
  let text = '';
  let inText = false;
  let skipped = 0;

  function closeCell(): void {
    if (text === '' || column >= MOST_COLUMNS) return;
    const value = shownValue();
    if (value === '') return;
    const { cells } = row;
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }

  function shownValue(): string {
    if (type === 's') return strings.at(Number(text));
    if (type === 'inlineStr' || type === 'str') return unescapeExcel(text);
    if (type === 'b') return text === '1' || text === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'e' || type === 'd') return text;
    return numberText(text, meaning, from1904);
  }

  const parts = readXml(sheet, {
    open(name, attributes) {
      if (name === 'c') {
        const at = columnOf(attributes.r);
        column = at < 0 ? column + 1 : at;
        type = attributes.t ?? 'n';
        meaning = attributes.s === undefined ? 'number' : (styles[Number(attributes.s)] ?? 'number');
        text = '';
      } else if (name === 'v') inText = true;
      else if (name === 't') inText = skipped === 0;
      else if (name === 'rPh') skipped++;
      else if (name === 'row') {
        row = { line: lineOf(attributes.r, row.line), cells: [] };
        column = -1;
      }
    },
    text(piece) {
      if (inText && text.length < LONGEST_CELL) text += piece.slice(0, LONGEST_CELL);
    },
    close(name) {
      if (name === 'v' || name === 't') inText = false;
      else if (name === 'c') closeCell();
      else if (name === 'rPh') skipped--;
      else if (name === 'row' && row.cells.length > 0) rows.push(row);
    },
  });
  for await (const _ of parts) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}
