import { readKnownDate } from '@/lib/values/known-dates';
import { FileProblem } from './file-problem';
import type { TableRow } from './table';

/** Rows looked at to find the header. */
const LOOKED_AT = 50;

/** No cell has anything but blanks. */
export function isBlank(cells: string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/**
 * The header among the first rows: the first row that fills more than half of the cells that rows usually fill, so that titles above
 * the table are passed over. Null when all rows are blank.
 */
export function findHeader(rows: TableRow[]): TableRow | null {
  const filled = rows.filter(({ cells }) => !isBlank(cells)).slice(0, LOOKED_AT);
  if (filled.length === 0) return null;
  const counts = filled.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const usual = [...counts].sort((a, b) => a - b)[counts.length >> 1]!;
  const enough = Math.floor(usual / 2) + 1;
  return filled[counts.findIndex((count) => count >= enough)] ?? filled[0]!;
}

const DAY_AND_MONTH = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/;

function isDate(cell: string): boolean {
  const text = cell.normalize('NFKC').trim();
  return !/^\d*$/.test(text) && (DAY_AND_MONTH.test(text) || readKnownDate(text) !== null);
}

/** Whether a row is no header but the first of the data: it has a date where the rows below have dates too. */
export function isDataRow(row: TableRow, below: readonly TableRow[]): boolean {
  return row.cells.some((cell, column) => {
    if (!isDate(cell)) return false;
    const others = below.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[column]?.trim() ? [cells[column]] : []));
    return others.filter(isDate).length * 2 >= others.length;
  });
}

/**
 * Column names from the header's cells: blanks tidied, unnamed columns called `column 3`, repeated names numbered (`Amount (2)`).
 * Unnamed columns at the end are columns only when one of the rows below has something there.
 * @throws FileProblem for a table that is too wide
 */
export function columnNames(cells: string[], below: TableRow[], file: string): string[] {
  const filled = below.reduce((widest, row) => Math.max(widest, filledWidth(row.cells)), filledWidth(cells));
  const width = Math.min(cells.length, filled);
  refuseTooWide(width, file);
  return uniqueNames(cells.slice(0, width));
}

/** How many cells there are up to the last that is not blank. */
function filledWidth(cells: string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]!.trim() === '') width--;
  return width;
}

/** More columns than any export has. Each is compared with each field there is, and stands in a form. */
const MOST_COLUMNS = 2_000;

/** @throws FileProblem for a table that is too wide */
export function refuseTooWide(columns: number, file: string): void {
  if (columns > MOST_COLUMNS) throw new FileProblem('too_many_columns', { file, most: MOST_COLUMNS });
}

/** Names tidied, and none empty or twice the same. */
export function uniqueNames(names: string[]): string[] {
  const given = new Set(names.map(tidy));
  const taken = new Set<string>();
  return names.map((cell, index) => {
    const wanted = tidy(cell) || `column ${index + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name) || (name !== wanted && given.has(name)); n++) name = `${wanted} (${n})`;
    taken.add(name);
    return name;
  });
}

function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
