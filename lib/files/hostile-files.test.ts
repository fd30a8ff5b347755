import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileProblem } from './file-problem';
import { zipOf } from './fixtures/zip-of';
import { openTable } from './open-table';
import type { TableRow } from './table';

// Files that were made to keep a reader busy, or to fill its memory. Each would take minutes or gigabytes if it were read naively.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What becomes of a file: its header and rows, or why it is refused. */
async function read(bytes: Buffer | string): Promise<{ header: string[]; rows: TableRow[] } | string> {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, bytes);
  try {
    const table = await openTable(path, { fileName: 'orders' });
    try {
      const rows: TableRow[] = [];
      for await (const batch of table.rows()) rows.push(...batch);
      return { header: table.header, rows };
    } finally {
      await table.close();
    }
  } catch (cause) {
    if (cause instanceof FileProblem) return cause.code;
    throw cause;
  }
}

const problems = (found: Awaited<ReturnType<typeof read>>) =>
  typeof found === 'string' ? found : found.rows.map(({ problem }) => problem?.code ?? null);

describe('CSV', () => {
  it('of many unnamed and empty columns is as wide as what is in it', async () => {
    const empty = ','.repeat(60_000);
    expect(await read(`a${empty}\nx${empty}\n`.repeat(2))).toMatchObject({ header: ['a'] });
  });

  it('of more columns than any export has is refused, also when all have the same name', async () => {
    for (const name of [(n: number) => `c${n}`, () => 'c']) {
      const header = Array.from({ length: 40_000 }, (_, n) => name(n)).join(',');
      expect(await read(`${header}\n${header}\n`)).toBe('too_many_columns');
    }
  });
});

describe('JSON', () => {
  it('of a long number and a string that does not end is a broken row', async () => {
    const endless = `{"id":1234567890123456789,"note":"${'\\"'.repeat(200_000)}`;
    expect(problems(await read(`{"id":1}\n${endless}\n{"id":2}\n`))).toEqual([null, 'broken_json', null]);
  });

  it('nested without end is a broken row', async () => {
    const deep = `{"id":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(problems(await read(`{"id":1}\n${deep}\n{"id":2}\n`))).toEqual([null, 'broken_json', null]);
  });

  it('of more keys than any export has is refused', async () => {
    const keys = Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`k${n}`, 1]));
    expect(await read(JSON.stringify([keys]))).toBe('too_many_columns');
  });

  it('followed by blank lines and nothing is looked at once', async () => {
    expect(await read(`{"id":"1}${'\n'.repeat(200_000)}x`)).toBe('empty_file');
  });
});

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(sheet: string, shared = ''): Buffer {
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATION}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="sheet.xml"/><Relationship Id="r2" Type="${RELATION}/sharedStrings" Target="shared.xml"/></Relationships>`,
    },
    { name: 'xl/shared.xml', content: `<sst ${MAIN}>${shared}</sst>` },
    { name: 'xl/sheet.xml', content: `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>` },
  ]);
}
const row = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

describe('a workbook', () => {
  it('of cells far to the right is refused before its rows are filled up', async () => {
    expect(await read(workbook('<row><c r="XFD1"><v>1</v></c></row>'.repeat(100_000)))).toBe('too_many_columns');
  });

  it('of tags in tags without end, or of one endless text, is refused', async () => {
    expect(await read(workbook(`${row('a')}${'<x>'.repeat(1_000_000)}`))).toBe('unpacked_too_large');
    expect(await read(workbook(row('a'), `<si><t>${'x'.repeat(6_000_000)}</t></si>`))).toBe('unpacked_too_large');
  });

  it('keeps of a text no more than twice what a cell of Excel can hold', async () => {
    const found = await read(workbook(row('a', 'b') + row('1', 'x'.repeat(200_000))));
    expect(typeof found === 'string' ? found : found.rows.map(({ cells }) => cells[1]!.length)).toEqual([65_536]);
  });

  it('numbers its rows downwards, whatever they say', async () => {
    const says = (r: string, n: number) => row(`${n}`, 'x').replace('<row>', `<row r="${r}">`);
    const rows = ['3', 'NaN', '-1', '1e99', '2', '9.5', '20'].map(says).join('');
    const found = await read(workbook(row('a', 'b') + rows));
    expect(typeof found === 'string' ? found : found.rows.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 20]);
  });
});

it('a zip of more files than there are days in ten years is refused', async () => {
  const members = Array.from({ length: 5_001 }, (_, n) => ({ name: `${n}.csv`, content: '' }));
  expect(await read(zipOf(members))).toBe('too_many_files');
});
