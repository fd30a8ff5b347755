/** What can be wrong with one row; the sentences are messages problems.<code>. */
export const rowProblemCodes = [
  'too_many_cells',
  'unclosed_quote',
  'stray_quote',
  'broken_json',
  'not_an_object',
] as const;

/** What is wrong with a row; the file as a whole goes on. */
export type RowProblem = {
  code: (typeof rowProblemCodes)[number];
  params: Record<string, string | number>;
};

/**
 * One row of a file. A cell can share its memory with the piece of file it was read from, so a cell kept for long (in a
 * cache, say) should be copied.
 */
export type TableRow = {
  /**
   * Where the row starts, counted from 1, as a text editor or a spreadsheet shows it. In a JSON array: the number of the
   * element. In an archive of several files: counted on from file to file.
   */
  line: number;
  /** As many as the header has; cells missing from a short row are ''. Untrimmed. */
  cells: string[];
  problem?: RowProblem;
};

/** A file opened as a table. Rows are read as they are asked for, never the whole file. */
export type Table = {
  container: 'csv' | 'xlsx' | 'ndjson' | 'json';
  compression: 'none' | 'gzip' | 'zip';
  /** WHATWG name of the encoding that the text's beginning shows (`utf-8` for plain ASCII); null for workbooks. */
  encoding: string | null;
  /** null for all but CSV. */
  separator: string | null;
  /** Column names, trimmed, never empty, never twice the same. */
  header: string[];
  /** The line of the header; 0 when the file has none (JSON, or by option). */
  headerLine: number;
  /** The worksheet that is read; null for all but workbooks. */
  sheet: string | null;
  /** The files read, when they came in an archive. */
  members: string[];
  /** Size on disk, as stored. */
  byteSize: number;
  /**
   * The data rows in order, in batches of up to some thousand. Blank rows are left out. Each call reads from the start; with
   * `afterLine` the rows up to and including that line are read but not handed out.
   * @throws FileProblem when the file turns out to be damaged further on
   */
  rows(from?: { afterLine: number }): AsyncIterable<TableRow[]>;
  /** How much of the file the latest `rows()` has read: 0 to 1. */
  progress(): number;
  /** Stops reading and removes what was unpacked. */
  close(): Promise<void>;
};

/** What `openTable` may be told instead of finding it out. */
export type OpenTableOptions = {
  /** The name the user gave the file, for messages. */
  fileName?: string;
  /** WHATWG label, such as `gb18030`. */
  encoding?: string;
  separator?: string;
  /** Line of the header; 0 = there is none, the columns are called `column 1` and so on. */
  headerLine?: number;
};
