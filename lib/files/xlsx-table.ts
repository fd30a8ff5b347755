import type { ByteSource } from './byte-source';
import { headerOf } from './csv-table';
import { FileProblem } from './file-problem';
import { columnNames, isBlank } from './header';
import { shapeRows } from './row-shape';
import type { OpenTableOptions, Table, TableRow } from './table';
import { sheetRows } from './xlsx-sheet';
import { readSharedStrings } from './xlsx-strings';
import { readStyles } from './xlsx-styles';
import { readWorkbook } from './xlsx-workbook';
import { Swollen } from './xlsx-xml';
import type { ZipArchive } from './zip-archive';

const SAMPLE_ROWS = 1_000;
const SAMPLE_CELLS = 1_000_000;

/**
 * Opens the sheet of a workbook that has the most in it (of those not hidden, if any is not). Cells are text: see `numberText` for
 * numbers and dates, TRUE and FALSE, `#N/A` and the like for errors.
 */
export async function workbookTable(
  archive: ZipArchive,
  source: ByteSource,
  options: OpenTableOptions,
): Promise<Table> {
  const file = source.name;
  const { strings, sheet, styles, from1904 } = await inFile(file, async () => {
    const workbook = await readWorkbook(archive);
    const shown = workbook.sheets.filter(({ hidden }) => !hidden);
    const fullest = (shown.length > 0 ? shown : workbook.sheets).reduce((a, b) => (b.part.size > a.part.size ? b : a));
    return {
      sheet: fullest,
      strings: await readSharedStrings(workbook.strings),
      styles: await readStyles(workbook.styles),
      from1904: workbook.from1904,
    };
  });

  async function* raw(): AsyncGenerator<TableRow[]> {
    try {
      yield* sheetRows(sheet.part, { strings, styles, from1904 });
    } catch (cause) {
      throw asProblem(cause, file);
    }
  }

  try {
    const { rows, complete } = await firstRows(raw());
    const { header, headerLine } = headerOf(rows, options.headerLine, file);
    const below = rows.filter(({ line }) => line > headerLine);
    if (complete && below.length === 0) throw new FileProblem('header_only', { file });
    const names = columnNames(widened(header, below), below, file);
    return {
      container: 'xlsx',
      compression: 'none',
      encoding: null,
      separator: null,
      header: names,
      headerLine,
      sheet: sheet.name,
      members: [],
      byteSize: source.size,
      rows: (from) =>
        shapeRows(raw(), {
          width: names.length,
          afterLine: Math.max(headerLine, from?.afterLine ?? 0),
          extraCells: 'ignored',
        }),
      progress: () => (sheet.part.size === 0 ? 1 : Math.min(1, sheet.part.read() / sheet.part.size)),
      close: async () => strings.close(),
    };
  } catch (cause) {
    strings.close();
    throw cause;
  }
}

async function firstRows(raw: AsyncIterable<TableRow[]>): Promise<{ rows: TableRow[]; complete: boolean }> {
  const rows: TableRow[] = [];
  let cells = 0;
  for await (const batch of raw) {
    for (const row of batch) {
      if (isBlank(row.cells)) continue;
      rows.push(row);
      cells += row.cells.length;
    }
    if (rows.length >= SAMPLE_ROWS || cells >= SAMPLE_CELLS) return { rows, complete: false };
  }
  return { rows, complete: true };
}

// A column without a name still is one when its cells are filled: a sheet's rows end with their last filled cell.
function widened(header: string[], below: TableRow[]): string[] {
  const width = below.reduce((widest, { cells }) => Math.max(widest, cells.length), header.length);
  return [...header, ...Array<string>(width - header.length).fill('')];
}

async function inFile<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw asProblem(cause, file);
  }
}

function asProblem(cause: unknown, file: string): FileProblem {
  if (cause instanceof Swollen) return new FileProblem('unpacked_too_large', { file }, cause);
  return cause instanceof FileProblem ? cause : new FileProblem('broken_workbook', { file }, cause);
}
