import type { ByteSource } from './byte-source';
import { FileProblem } from './file-problem';
import { refuseTooWide, uniqueNames } from './header';
import { JsonSplitter, jsonContainer } from './json-splitter';
import { shapeRows } from './row-shape';
import type { Table, TableRow } from './table';
import { TextReader } from './text-reader';
import type { TextSample } from './text-sample';

/** Rows whose keys make the header. */
const ROWS_FOR_HEADER = 1_000;
const LONGEST_ELEMENT = 16_777_216;
/** A number with more digits than a float holds exactly is kept as text. */
const LONG_NUMBER = /\d{16}/;

/** The text is one object per line, or an array of objects. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(\{\s*("|\}\s*$)|\[\s*[{[\]])/.test(text.slice(0, 10_000));
}

/**
 * Opens NDJSON, a JSON array of objects, or an object with such an array in it (`{"data": [{…}]}`). The header is the union
 * of the keys of the first 1,000 rows; values that are objects or arrays are kept as JSON text, null is ''.
 * @throws FileProblem when there is no object in it
 */
export async function jsonTable(source: ByteSource, sample: TextSample): Promise<Table> {
  const file = source.name;
  const container = jsonContainer(sample.text);

  async function* elements(): AsyncGenerator<{ line: number; text: string }[]> {
    const splitter = new JsonSplitter(container);
    const reader = new TextReader(sample.fixedEncoding);
    for await (const piece of source.pieces()) {
      yield splitter.write(reader.write(piece));
      if (splitter.pending > LONGEST_ELEMENT) throw new FileProblem('not_a_table', { file, kind: 'endless_line' });
    }
    yield splitter.end();
    if (splitter.cutOff) throw new FileProblem('broken_json', { file });
  }

  const header = await keysOfFirst(elements(), file);
  const index = new Map(header.map((key, i) => [key, i]));

  async function* raw(): AsyncGenerator<TableRow[]> {
    for await (const batch of elements()) yield batch.map(({ line, text }) => toRow(line, text, index));
  }

  return {
    container,
    compression: 'none',
    encoding: sample.fixedEncoding ?? 'utf-8',
    separator: null,
    header: uniqueNames(header),
    headerLine: 0,
    sheet: null,
    members: [],
    byteSize: source.size,
    rows: (from) => shapeRows(raw(), { width: header.length, afterLine: from?.afterLine ?? 0, extraCells: 'problem' }),
    progress: () => (source.size === 0 ? 1 : Math.min(1, source.read() / source.size)),
    close: async () => {},
  };
}

async function keysOfFirst(elements: AsyncIterable<{ text: string }[]>, file: string): Promise<string[]> {
  const keys = new Set<string>();
  let seen = 0;
  let elementsSeen = 0;
  for await (const batch of elements) {
    for (const { text } of batch) {
      elementsSeen++;
      const value = parse(text);
      if (!isObject(value)) continue;
      for (const key of Object.keys(value)) keys.add(key);
      refuseTooWide(keys.size, file);
      if (++seen >= ROWS_FOR_HEADER) return [...keys];
    }
    if (seen === 0 && elementsSeen >= ROWS_FOR_HEADER) break;
  }
  if (keys.size > 0) return [...keys];
  throw new FileProblem(elementsSeen === 0 ? 'empty_file' : 'not_a_table', { file, kind: 'json' });
}

function toRow(line: number, text: string, index: Map<string, number>): TableRow {
  const cells = Array<string>(index.size).fill('');
  const value = parse(text);
  if (!isObject(value)) {
    cells[0] = text.slice(0, 200);
    return { line, cells, problem: { code: value === undefined ? 'broken_json' : 'not_an_object', params: {} } };
  }
  try {
    for (const key in value) {
      const column = index.get(key);
      if (column !== undefined) cells[column] = cellOf(value[key]);
    }
  } catch (cause) {
    // Nested ten thousand deep, which can be read and not written.
    if (!(cause instanceof RangeError)) throw cause;
    cells[0] = text.slice(0, 200);
    return { line, cells, problem: { code: 'broken_json', params: {} } };
  }
  return { line, cells };
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function parse(text: string): unknown {
  try {
    // First as it is: in a text that ends within a string the numbers could be looked for without end.
    const value: unknown = JSON.parse(text);
    return LONG_NUMBER.test(text) ? JSON.parse(quoteLongNumbers(text)) : value;
  } catch {
    return undefined;
  }
}

// Order numbers of 19 digits are common, and a float would change their last ones.
function quoteLongNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') || token.replace(/\D/g, '').length < 16 ? token : `"${token}"`,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
