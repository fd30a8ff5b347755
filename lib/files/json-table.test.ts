import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileProblem } from './file-problem';
import { JsonSplitter, jsonContainer } from './json-splitter';
import { openTable } from './open-table';
import type { TableRow } from './table';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer, from?: { afterLine: number }) {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, content);
  const table = await openTable(path, { fileName: 'orders.json' });
  const rows: TableRow[] = [];
  for await (const batch of table.rows(from)) rows.push(...batch);
  await table.close();
  return { ...table, rows };
}

const rows = [
  { id: 1, name: 'A "quoted" [name] {x}', ok: true, tags: ['a', 'b'] },
  { id: 2, name: null, price: 1.5, buyer: { country: 'FR' } },
];
const header = ['id', 'name', 'ok', 'tags', 'price', 'buyer'];
const cells = [
  ['1', 'A "quoted" [name] {x}', 'true', '["a","b"]', '', ''],
  ['2', '', '', '', '1.5', '{"country":"FR"}'],
];

describe('JSON', () => {
  it.each([
    ['one object per line', rows.map((row) => JSON.stringify(row)).join('\n'), 'ndjson'],
    [
      'one object per line, with CR LF and blank lines',
      `${rows.map((row) => JSON.stringify(row)).join('\r\n\r\n')}\r\n`,
      'ndjson',
    ],
    ['an array', JSON.stringify(rows), 'json'],
    ['an array, printed prettily', JSON.stringify(rows, null, 2), 'json'],
    ['an array within an object', JSON.stringify({ count: 2, next: null, data: rows }), 'json'],
    ['the same, printed prettily', JSON.stringify({ count: 2, data: rows, more: [1] }, null, 4), 'json'],
    ['with a byte order mark', `\ufeff${JSON.stringify(rows)}`, 'json'],
  ])('%s', async (_what, text, container) => {
    const table = await read(text);
    expect(table.container).toBe(container);
    expect(table.header).toEqual(header);
    expect(table.rows.map((row) => row.cells)).toEqual(cells);
  });

  it('numbers rows by line, or by element in an array', async () => {
    const lines = await read('{"a":1}\n\n{"a":2}\n');
    expect(lines.rows.map(({ line }) => line)).toEqual([1, 3]);
    const array = await read('[{"a":1},\n\n{"a":2}, {"a":3}]');
    expect(array.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect((await read('[{"a":1},{"a":2},{"a":3}]', { afterLine: 2 })).rows).toEqual([{ line: 3, cells: ['3'] }]);
  });

  it('keeps long numbers digit by digit', async () => {
    const table = await read(
      '[{"id":1234567890123456789,"price":0.12345678901234567890,"note":"x 1234567890123456789, y","short":-1.50}]',
    );
    expect(table.rows[0]!.cells).toEqual([
      '1234567890123456789',
      '0.12345678901234567890',
      'x 1234567890123456789, y',
      '-1.5',
    ]);
  });

  it('reports rows that are broken or no objects', async () => {
    const table = await read('{"a":1,"b":2}\n{"a":1,\n[1]\n"x"\n{"a":2,"b":3}\n');
    expect(table.rows.map(({ line, problem }) => [line, problem?.code])).toEqual([
      [1, undefined],
      [2, 'broken_json'],
      [3, 'not_an_object'],
      [4, 'not_an_object'],
      [5, undefined],
    ]);
    const array = await read('[{"a":1}, 7, {"a":x}, {"a":2}]');
    expect(array.rows.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      'not_an_object',
      'broken_json',
      undefined,
    ]);
  });

  it.each([
    ['an empty array', '[]', 'empty_file'],
    ['an array without objects', '[[1,2],[3]]', 'not_a_table'],
    ['an array that breaks off', '[{"a":1},{"a":', 'broken_json'],
    ['an object without rows', '{"error": "no access", "code": 401,\n "more": {}}', 'empty_file'],
  ])('%s', async (_what, text, code) => {
    const problem = await read(text).catch((caught: unknown) => caught);
    expect(problem).toBeInstanceOf(FileProblem);
    expect((problem as FileProblem).code).toBe(code);
  });

  it('is cut the same in pieces of any length', () => {
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    for (const text of [JSON.stringify(rows, null, 1), JSON.stringify({ x: 'é', data: rows }), lines]) {
      for (let pieceLength = 1; pieceLength < 40; pieceLength++) {
        const splitter = new JsonSplitter(jsonContainer(text));
        const found = [];
        for (let i = 0; i < text.length; i += pieceLength)
          found.push(...splitter.write(text.slice(i, i + pieceLength)));
        found.push(...splitter.end());
        expect(found.map((element) => JSON.parse(element.text))).toEqual(rows);
        expect(splitter.cutOff).toBe(false);
      }
    }
  });
});
