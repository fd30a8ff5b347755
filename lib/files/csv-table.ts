import type { ByteSource } from './byte-source';
import { guessSeparator, namedSeparator } from './csv-separator';
import { CsvTokenizer, guessNewline } from './csv-tokenizer';
import { FileProblem } from './file-problem';
import { columnNames, findHeader, isBlank, isDataRow, refuseTooWide } from './header';
import { shapeRows } from './row-shape';
import type { OpenTableOptions, Table, TableRow } from './table';
import { TextReader } from './text-reader';
import type { TextSample } from './text-sample';

/** A line longer than this (in characters) is no line of a table. */
const LONGEST_LINE = 16_777_216;

/** Opens a text as CSV, whatever its separator. `sample` is its beginning. */
export function csvTable(source: ByteSource, sample: TextSample, options: OpenTableOptions): Table {
  const file = source.name;
  const newline = guessNewline(sample.text);
  const named = namedSeparator(sample.text);
  const separator = options.separator ?? named ?? guessSeparator(sample.text, newline);

  const tokenizer = new CsvTokenizer(separator, newline);
  const rows = tokenizer.write(sample.text).concat(sample.complete ? tokenizer.end() : []);
  if (named) rows.shift();
  // Not even the first line ends within what was looked at.
  if (rows.length === 0 && !sample.complete) refuseTooWide(Number.POSITIVE_INFINITY, file);

  const { header, headerLine } = headerOf(rows, options.headerLine, file);
  const below = rows.filter(({ line, cells }) => line > headerLine && !isBlank(cells));
  if (sample.complete && below.length === 0) throw new FileProblem('header_only', { file });
  const names = columnNames(header, below.slice(0, 1_000), file);

  async function* raw(): AsyncGenerator<TableRow[]> {
    const tokens = new CsvTokenizer(separator, newline);
    const reader = new TextReader(sample.fixedEncoding);
    for await (const piece of source.pieces()) {
      yield tokens.write(reader.write(piece));
      if (tokens.pending > LONGEST_LINE) throw new FileProblem('not_a_table', { file, kind: 'endless_line' });
    }
    yield tokens.write(reader.end());
    yield tokens.end();
  }

  const firstLine = Math.max(headerLine, named ? 1 : 0);
  return {
    container: 'csv',
    compression: 'none',
    encoding: sample.fixedEncoding ?? 'utf-8',
    separator,
    header: names,
    headerLine,
    sheet: null,
    members: [],
    byteSize: source.size,
    rows: (from) =>
      shapeRows(raw(), {
        width: names.length,
        afterLine: Math.max(firstLine, from?.afterLine ?? 0),
        extraCells: 'problem',
      }),
    progress: () => (source.size === 0 ? 1 : Math.min(1, source.read() / source.size)),
    close: async () => {},
  };
}

/** The header's cells and line; for a file without one, as many empty names as the widest row has cells. */
export function headerOf(
  rows: TableRow[],
  wanted: number | undefined,
  file: string,
): { header: string[]; headerLine: number } {
  const found = wanted === undefined ? findHeader(rows) : rows.find(({ line }) => line === wanted);
  const below = rows.filter(({ line }) => found && line > found.line);
  if (wanted === 0 || (wanted === undefined && found && isDataRow(found, below))) {
    const width = Math.max(...rows.slice(0, 1_000).map(({ cells }) => cells.length));
    return { header: Array<string>(width).fill(''), headerLine: 0 };
  }
  if (found && !isBlank(found.cells)) return { header: found.cells, headerLine: found.line };
  if (wanted === undefined) throw new FileProblem('empty_file', { file });
  throw new FileProblem('no_such_header_line', { file, line: wanted });
}
