import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileSource as bytesOf } from '@/lib/files/byte-source';
import { FileProblem } from '@/lib/files/file-problem';
import { JsonSplitter } from '@/lib/files/json-splitter';
import { openTable } from '@/lib/files/open-table';
import { TextReader } from '@/lib/files/text-reader';
import type { Mapping } from './mapping';
import type { Problem } from './problem';
import { rowReader, type Values } from './read-row';
import { findTarget } from './targets';

/** A row of a source before it is read: where it is and what it holds, by column. */
export interface SourceRow {
  line: number;
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

/** The rows of an uploaded file under a mapping. Throws FileProblem, also for columns that the file lacks. */
export async function fileSource(path: string, name: string, mapping: Mapping): Promise<RunSource> {
  const table = await openTable(path, { fileName: name, encoding: mapping.encoding, separator: mapping.separator });
  const { header } = table;
  const { read, missing } = rowReader(mapping, header);
  if (missing.length) {
    await table.close();
    throw new MissingColumns(missing);
  }
  return {
    async *rows() {
      for await (const batch of table.rows()) {
        yield batch.map(({ line, cells, problem }) => ({
          line,
          raw: () => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])),
          identity: () => cells.join('\u001f'),
          read: () =>
            problem
              ? { values: {}, problems: [{ code: problem.code, params: problem.params }], deleted: false }
              : { ...read(cells), deleted: false },
        }));
      }
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
  const { read } = rowReader(canonicalMapping(record), fields);
  return (object) => {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) {
      return { values: {}, problems: [{ code: 'not_an_object' }], deleted: false };
    }
    const { deleted, ...given } = object as Record<string, unknown>;
    const problems: Problem[] = [];
    const texts = new Map<string, string>();
    for (const [name, value] of Object.entries(given)) {
      const field = Object.hasOwn(target.fields, name) ? target.fields[name] : undefined;
      if (!field) problems.push({ code: 'unknown_field', field: name, params: { record } });
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

/** Characters of a line of NDJSON; a longer one is no record. */
const longestLine = 16 * 1024 * 1024;
/** A JSON array is read whole; beyond this NDJSON must be used. Bytes. */
const largestArray = 64 * 1024 * 1024;

/** A value as JSON; nested ten thousand deep it could be read and cannot be written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

/** Canonical records from a stored NDJSON file or JSON array. `line` is the line, or the element's number, from 1. */
export async function recordsSource(path: string, name: string, record: string): Promise<RunSource> {
  const read = canonicalReader(record);
  const { size } = await stat(path);
  const bytes = bytesOf(path, name, size);
  let seen = 0;
  const rowOf = (line: number, text: string, object: unknown): SourceRow => ({
    line,
    raw: () =>
      typeof object === 'object' && object !== null && !Array.isArray(object)
        ? Object.fromEntries(Object.entries(object).map(([k, v]) => [k, typeof v === 'string' ? v : written(v)]))
        : { json: text.slice(0, 10_000) },
    identity: () => text,
    read: () =>
      object === undefined ? { values: {}, problems: [{ code: 'broken_json' }], deleted: false } : read(object),
  });
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const isArray = await beginsWithBracket(path);
  return {
    async *rows() {
      if (isArray) {
        if (size > largestArray) throw new FileProblem('broken_json', { file: name, reason: 'array_too_large' });
        const array = parse(await readFile(path, 'utf8'));
        if (!Array.isArray(array)) throw new FileProblem('broken_json', { file: name });
        seen = size;
        for (let i = 0; i < array.length; i += 5000) {
          yield array.slice(i, i + 5000).map((object, j) => rowOf(i + j + 1, written(object), object));
        }
        return;
      }
      const splitter = new JsonSplitter('ndjson');
      const reader = new TextReader('utf-8');
      const rowsOf = (lines: { line: number; text: string }[]) =>
        lines.map(({ line, text }) => rowOf(line, text.trimEnd(), parse(text)));
      for await (const piece of bytes.pieces()) {
        yield rowsOf(splitter.write(reader.write(piece)));
        if (splitter.pending > longestLine) throw new FileProblem('not_a_table', { file: name, kind: 'endless_line' });
      }
      yield rowsOf(splitter.write(reader.end()));
      yield rowsOf(splitter.end());
    },
    progress: () => (size ? Math.min(1, (isArray ? seen : bytes.read()) / size) : 1),
    close: async () => {},
  };
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
