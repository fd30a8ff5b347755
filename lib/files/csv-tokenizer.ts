import type { TableRow } from './table';

/** A quoted cell longer than this (in characters) is taken for a quote that was never closed. */
const LONGEST_QUOTED = 1_048_576;

/**
 * Cuts CSV text into rows, piece by piece, in bounded memory.
 *
 * Own code, because of the libraries tried on 2.2 M lines of real sales data csv-parse stays under the speed that large files
 * need once it counts lines (about 170 k rows/s; this: some 1.3 M), and papaparse, which is quick enough, knows no line
 * numbers, merges rows when line ends are mixed, and keeps the whole rest of the file after a quote that is never closed.
 *
 * Lenient where the meaning is clear: spaces around quotes, a quote inside a cell, rows of any length, CR LF, LF or CR.
 * Where it is not, the line becomes a row with a problem, and reading goes on with the next line: a quote never closed, and a
 * quoted cell that runs over several lines and has lone quotes in it (most likely two rows run together).
 */
export class CsvTokenizer {
  private rest = '';
  private line = 1;

  constructor(
    private readonly separator: string,
    private readonly newline: '\n' | '\r' = '\n',
  ) {}

  /** Characters waiting for the end of their row. */
  get pending(): number {
    return this.rest.length;
  }

  /** The rows that this piece completes. Blank lines are rows with one empty cell. */
  write(text: string): TableRow[] {
    return this.take(text, false);
  }

  /** The last rows, when there is no more text. */
  end(): TableRow[] {
    return this.take('', true);
  }

  private take(text: string, last: boolean): TableRow[] {
    const { separator, newline } = this;
    const s = this.rest + (text.includes('\0') ? text.replaceAll('\0', '') : text);
    const rows: TableRow[] = [];
    let start = 0;
    let quote = s.indexOf('"');
    while (start < s.length) {
      let end = s.indexOf(newline, start);
      if (end < 0) {
        if (!last) break;
        end = s.length;
      }
      if (quote >= 0 && quote < start) quote = s.indexOf('"', start);
      if (quote < 0 || quote >= end) {
        rows.push({ line: this.line++, cells: s.slice(start, endOfText(s, start, end)).split(separator) });
        start = end + 1;
        continue;
      }
      const row = this.quotedRow(s, start, last);
      if (row === 'incomplete') {
        if (s.length - start <= LONGEST_QUOTED && !last) break;
        rows.push(this.brokenRow(s, start, end, 'unclosed_quote'));
        start = end + 1;
      } else if (row === 'stray') {
        rows.push(this.brokenRow(s, start, end, 'stray_quote'));
        start = end + 1;
      } else {
        rows.push({ line: this.line, cells: row.cells });
        this.line += row.lines;
        start = row.next;
      }
    }
    this.rest = s.slice(start);
    return rows;
  }

  private brokenRow(s: string, start: number, end: number, code: 'unclosed_quote' | 'stray_quote'): TableRow {
    const cells = s.slice(start, endOfText(s, start, end)).split(this.separator);
    return { line: this.line++, cells, problem: { code, params: {} } };
  }

  private quotedRow(s: string, start: number, last: boolean): QuotedRow | 'incomplete' | 'stray' {
    const { separator, newline } = this;
    const cells: string[] = [];
    let lines = 1;
    let at = start;
    // Where the line that `at` is in ends. Looked for once, not for each cell, as a line may be a megabyte long; and nothing of a
    // line is looked for beyond it, as a file may have no separator.
    let end = -1;
    for (;;) {
      if (end < at) {
        end = s.indexOf(newline, at);
        if (end < 0) end = s.length;
      }
      const open = openingQuote(s, at);
      if (open < 0) {
        if (end === s.length && !last) return 'incomplete';
        const length = s.slice(at, end).indexOf(separator);
        if (length >= 0) {
          cells.push(asText(s.slice(at, at + length)));
          at += length + 1;
          continue;
        }
        cells.push(asText(s.slice(at, endOfText(s, at, end))));
        return { cells, lines, next: end + 1 };
      }
      let from = open + 1;
      let doubled = false;
      let stray = false;
      let close: number;
      let after: number;
      for (;;) {
        close = s.indexOf('"', from);
        // Known before the cell ends, if it ever does: to look for its end at each line would be to read the rest for each.
        if (stray && end < (close < 0 ? s.length : close)) return 'stray';
        if (close < 0) return 'incomplete';
        if (s.charCodeAt(close + 1) === QUOTE) {
          doubled = true;
          from = close + 2;
          continue;
        }
        after = close + 1;
        while (s.charCodeAt(after) === SPACE) after++;
        if (after >= s.length && !last) return 'incomplete';
        if (after >= s.length || s[after] === separator || s[after] === newline) break;
        if (s.charCodeAt(after) === CR && (s[after + 1] === newline || after + 1 >= s.length)) {
          if (after + 1 >= s.length && !last) return 'incomplete';
          after++;
          break;
        }
        stray = true;
        from = close + 1;
      }
      let cell = s.slice(open + 1, close);
      const breaks = count(cell, newline);
      lines += breaks;
      if (doubled) cell = cell.replaceAll('""', '"');
      cells.push(cell);
      if (s[after] !== separator) return { cells, lines, next: after + 1 };
      at = after + 1;
    }
  }
}

type QuotedRow = { cells: string[]; lines: number; next: number };

const QUOTE = 34;
const SPACE = 32;
const CR = 13;

function endOfText(s: string, start: number, end: number): number {
  return end > start && s.charCodeAt(end - 1) === CR ? end - 1 : end;
}

/** Some exports write texts that look like numbers as `="00123"`, for Excel's sake. */
function asText(cell: string): string {
  return cell.length > 2 && cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell;
}

function openingQuote(s: string, at: number): number {
  let i = at;
  while (s.charCodeAt(i) === SPACE) i++;
  return s.charCodeAt(i) === QUOTE ? i : -1;
}

function count(text: string, char: string): number {
  let found = 0;
  for (let i = text.indexOf(char); i >= 0; i = text.indexOf(char, i + 1)) found++;
  return found;
}

/** CR alone ends lines only where LF is (nearly) absent. */
export function guessNewline(text: string): '\n' | '\r' {
  const feeds = count(text, '\n');
  const returns = count(text, '\r');
  return returns > 2 * feeds ? '\r' : '\n';
}
