import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileSource as storedBytes } from '@/lib/files/byte-source';
import { FileProblem } from '@/lib/files/file-problem';
import { JsonSplitter } from '@/lib/files/json-splitter';
import { openTable } from '@/lib/files/open-table';
import type { TableRow } from '@/lib/files/table';
import { TextReader } from '@/lib/files/text-reader';
import { type Mapping, readingOf } from './mapping';
import type { Problem } from './problem';
import { longestName, type RowReader, rowReader, type Values } from './read-row';
import { findTarget } from './targets';

/** A row of a source before it is read: where it is and what it holds, by column. */
export interface SourceRow {
  line: number;
  /** About how many characters it holds. */
  size: number;
  raw(): Record<string, string>;
  /** What tells this row from others, for recognising it in a later file. */
  identity(): string;
  read(): { values: Values; problems: Problem[]; deleted: boolean };
}

export interface RunSource {
  /** Every row from the start of the source, in batches. */
  rows(): AsyncIterable<SourceRow[]>;
  progress(): number;
  close(): Promise<void>;
}

/** A row of a table. A class, for there are millions: three functions of its own for each cost more than reading it. */
class FileRow implements SourceRow {
  readonly line: number;
  readonly size: number;
  readonly #row: TableRow;
  readonly #header: readonly string[];
  readonly #read: RowReader;

  constructor(row: TableRow, header: readonly string[], read: RowReader) {
    this.line = row.line;
    this.size = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    this.#row = row;
    this.#header = header;
    this.#read = read;
  }

  raw(): Record<string, string> {
    return Object.fromEntries(this.#header.map((column, i) => [column, this.#row.cells[i] ?? '']));
  }

  identity(): string {
    return this.#row.cells.join('\u001f');
  }

  read(): { values: Values; problems: Problem[]; deleted: boolean } {
    const { cells, problem } = this.#row;
    if (problem) return { values: {}, problems: [{ code: problem.code, params: problem.params }], deleted: false };
    return { ...this.#read(cells), deleted: false };
  }
}

/** The rows of an uploaded file under a mapping. Throws FileProblem, also for columns that the file lacks. */
export async function fileSource(path: string, name: string, mapping: Mapping): Promise<RunSource> {
  const table = await openTable(path, { ...readingOf(mapping), fileName: name });
  const { header } = table;
  const { read, missing } = rowReader(mapping, header);
  if (missing.length) {
    await table.close();
    throw new MissingColumns(missing);
  }
  return {
    async *rows() {
      for await (const batch of table.rows()) yield batch.map((row) => new FileRow(row, header, read));
    },
    progress: () => table.progress(),
    close: () => table.close(),
  };
}

/** A mapping that names columns which the file does not have. */
export class MissingColumns extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`columns missing: ${problems.map((p) => p.params?.column).join(', ')}`);
  }
}

/** How canonical records are written: decimal points, UTC unless an offset says otherwise, fields by their own names. */
export function canonicalMapping(record: string): Mapping {
  const fields = Object.keys(findTarget(record)!.fields);
  const columns = Object.fromEntries(fields.map((f) => [f, f]));
  return {
    target: record,
    columns,
    constants: {},
    timezone: 'UTC',
    decimal: '.',
    nonProductSkus: [],
    countryNames: {},
  };
}

/** Reads one canonical record. Money may be `{ amount, currency }`; `deleted: true` takes the record away. */
export function canonicalReader(
  record: string,
): (object: unknown) => { values: Values; problems: Problem[]; deleted: boolean } {
  const target = findTarget(record)!;
  const fields = Object.keys(target.fields);
  const { read } = rowReader(canonicalMapping(record), fields, { literal: true });
  return (object) => {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) {
      return { values: {}, problems: [{ code: 'not_an_object' }], deleted: false };
    }
    const { deleted, ...given } = object as Record<string, unknown>;
    const problems: Problem[] = [];
    const texts = new Map<string, string>();
    for (const [name, value] of Object.entries(given)) {
      const field = Object.hasOwn(target.fields, name) ? target.fields[name] : undefined;
      if (!field) problems.push({ code: 'unknown_field', field: name.slice(0, longestName), params: { record } });
      else if (value === null || value === undefined) continue;
      else if (field.kind === 'money' && typeof value === 'object') {
        const { amount, currency } = value as { amount?: unknown; currency?: unknown };
        texts.set(name, String(amount ?? ''));
        const known = texts.get('currency') ?? given.currency;
        if (known && currency && known !== currency)
          problems.push({ code: 'two_currencies', field: name, value: String(currency) });
        else if (currency) texts.set('currency', String(currency));
      } else if (typeof value === 'object') problems.push({ code: 'not_a_value', field: name });
      else texts.set(name, String(value));
    }
    if (deleted === true) {
      const result = read(fields.map((f) => texts.get(f) ?? ''));
      return { values: result.values, problems: [], deleted: true };
    }
    const result = read(fields.map((f) => texts.get(f) ?? ''));
    return { values: result.values, problems: [...problems, ...result.problems], deleted: false };
  };
}

/** A value as JSON; nested ten thousand deep it could be read and cannot be written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

/** An element longer than this, in characters, is no record. */
const longestElement = 16_777_216;

/** Canonical records from a stored NDJSON file or JSON array, read as it comes. `line` is the line, or the element's number, from 1. */
export async function recordsSource(path: string, name: string, record: string): Promise<RunSource> {
  const read = canonicalReader(record);
  const { size } = await stat(path);
  const bytes = storedBytes(path, name, size);
  const container = (await beginsWithBracket(path)) ? 'json' : 'ndjson';
  const rowOf = ({ line, text: found }: { line: number; text: string }): SourceRow => {
    const text = found.trim();
    const object = parse(text);
    return {
      line,
      size: text.length,
      raw: () =>
        typeof object === 'object' && object !== null && !Array.isArray(object)
          ? Object.fromEntries(Object.entries(object).map(([k, v]) => [k, typeof v === 'string' ? v : written(v)]))
          : { json: text.slice(0, 10_000) },
      identity: () => text,
      read: () =>
        object === undefined ? { values: {}, problems: [{ code: 'broken_json' }], deleted: false } : read(object),
    };
  };
  return {
    async *rows() {
      const splitter = new JsonSplitter(container);
      const reader = new TextReader('utf-8');
      for await (const piece of bytes.pieces()) {
        yield splitter.write(reader.write(piece)).map(rowOf);
        if (splitter.pending > longestElement)
          throw new FileProblem('not_a_table', { file: name, kind: 'endless_line' });
      }
      yield [...splitter.write(reader.end()), ...splitter.end()].map(rowOf);
      if (splitter.cutOff) throw new FileProblem('broken_json', { file: name });
    },
    progress: () => (size ? Math.min(1, bytes.read() / size) : 1),
    close: async () => {},
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function beginsWithBracket(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { start: 0, end: 1023, encoding: 'utf8' })) {
    return (chunk as string)
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('[');
  }
  return false;
}
