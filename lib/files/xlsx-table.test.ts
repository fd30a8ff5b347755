import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FileProblem } from './file-problem';
import { zipOf } from './fixtures/zip-of';
import { openTable } from './open-table';
import type { TableRow } from './table';
import { meaningOfFormat } from './xlsx-styles';

const fixture = (name: string) => new URL(`./fixtures/${name}`, import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Buffer): Promise<string> {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, bytes);
  return path;
}

async function read(path: string) {
  const table = await openTable(path);
  const rows: TableRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  const progress = table.progress();
  await table.close();
  return { ...table, rows, progress };
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with the given rows and shared texts. */
function workbook(sheetData: string, shared: string[] = [], styles = ''): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATION}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst ${MAIN}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    { name: 'xl/styles.xml', content: `<styleSheet ${MAIN}>${styles}</styleSheet>` },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>` },
  ]);
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const twoColumns = (rows: [string, string][]) =>
  [['a', 'b'], ...rows].map(([a, b]) => `<row>${text(a!)}${text(b!)}</row>`).join('');

describe('workbooks', () => {
  it('reads the fullest sheet that is shown, from under its title, with every kind of cell', async () => {
    const table = await read(fixture('orders.xlsx'));
    expect(table).toMatchObject({
      container: 'xlsx',
      compression: 'none',
      encoding: null,
      separator: null,
      sheet: 'Orders',
      headerLine: 3,
      progress: 1,
    });
    expect(table.header).toEqual([
      '订单号',
      'Placed',
      'Day',
      'Paid',
      'Time',
      'Price',
      'Share',
      'Gift',
      'Total',
      'Note',
      'Long',
      'column 12',
    ]);
    expect(table.rows).toEqual([
      {
        line: 4,
        cells: [
          '1001',
          '2025-03-01 08:05:00',
          '2025-03-01',
          '2025-03-02',
          '08:05:00',
          '2.55',
          '0.125',
          'TRUE',
          '5.1',
          'line one\nline two',
          '123456789012345',
          'bold and plain',
        ],
      },
      {
        line: 6,
        cells: [
          '1002',
          '2025-03-30 23:59:59',
          '2025-03-30',
          '2025-04-01',
          '23:59:00',
          '-0.1',
          '1',
          'FALSE',
          '0.3',
          'Côte d’Ivoire 中国',
          '0.000001',
          '',
        ],
      },
      { line: 8, cells: ['#N/A', '', '', '', '', '45717', '', '', '', '', '', ''] },
    ]);
  });

  it('reads a workbook that counts days from 1904', async () => {
    const table = await read(fixture('orders-1904.xlsx'));
    expect(table.rows.map(({ line, cells }) => [line, ...cells.slice(0, 3)])).toEqual([
      [2, 'A-1', '2025-03-01 08:05:00', '12.5'],
      [3, 'A-2', '2025-03-02', '1000000000000000000000'],
      [5, 'A-3', '', ''],
    ]);
  });

  it('shows numbers as Excel does, not as floats', async () => {
    const values = [
      '2.5499999999999998',
      '0.30000000000000004',
      '1E-7',
      '-0',
      '12345678901234567',
      '1.5E+3',
      '100',
      '0.1',
    ];
    const table = await read(
      await fileOf(workbook(twoColumns([]) + values.map((v) => `<row>${text('x')}<c><v>${v}</v></c></row>`).join(''))),
    );
    expect(table.rows.map(({ cells }) => cells[1])).toEqual([
      '2.55',
      '0.3',
      '0.0000001',
      '0',
      '12345678901234600',
      '1500',
      '100',
      '0.1',
    ]);
  });

  it('reads shared texts with formatting, hints of pronunciation and escapes', async () => {
    const shared = [
      '<r><t>bold </t></r><r><t>plain</t></r>',
      '<t>東京</t><rPh><t>とうきょう</t></rPh>',
      '<t xml:space="preserve"> a_x000D_\nb &amp; c </t>',
      '<t/>',
    ];
    const rows = shared.map((_, i) => `<row><c t="s"><v>${i}</v></c><c t="b"><v>1</v></c></row>`).join('');
    const table = await read(await fileOf(workbook(twoColumns([]) + rows, shared)));
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['bold plain', '東京', ' a\r\nb & c ', '']);
  });

  it('does not take formatting without content for rows or columns', async () => {
    const blank = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/><c r="XFD${i + 3}" s="1"/></row>`,
    ).join('');
    const sheet = `<row r="1"><c r="A1" t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>${blank}<row r="30000"><c r="C30000"><v>2</v></c></row>`;
    const table = await read(await fileOf(workbook(sheet)));
    expect(table.header).toEqual(['a', 'column 2', 'c']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['', '1', ''] },
      { line: 30_000, cells: ['', '', '2'] },
    ]);
  });

  it('comes packed as well: in gzip, in a zip, and leaves nothing behind', async () => {
    const empty = await mkdtemp(join(folder, 'unpacked-'));
    vi.stubEnv('TMPDIR', empty);
    const bytes = workbook(twoColumns([['1', '2']]));
    for (const [packed, compression] of [
      [gzipSync(bytes), 'gzip'],
      [zipOf([{ name: 'orders.xlsx', content: bytes }]), 'zip'],
    ] as const) {
      const table = await read(await fileOf(packed));
      expect(table).toMatchObject({ container: 'xlsx', compression });
      expect(table.rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
    }
    expect(await readdir(empty)).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('hands out the rest after a row', async () => {
    const table = await openTable(fixture('orders.xlsx'));
    const lines: number[] = [];
    for await (const batch of table.rows({ afterLine: 4 })) lines.push(...batch.map(({ line }) => line));
    expect(lines).toEqual([6, 8]);
    await table.close();
  });

  it.each([
    ['no sheet at all', zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), 'broken_workbook'],
    ['XML that is cut off', workbook('<row>').subarray(0, -1), 'broken_zip'],
    ['XML that is not well-formed', workbook('<row><c></row>'), 'broken_workbook'],
    ['an empty sheet', workbook(''), 'empty_file'],
    ['a header only', workbook(twoColumns([])), 'header_only'],
    ['a binary workbook', zipOf([{ name: 'xl/workbook.bin', content: 'x' }]), 'unsupported_workbook'],
    [
      'OpenDocument',
      zipOf([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: '<x/>' },
      ]),
      'unsupported_workbook',
    ],
  ])('reports %s', async (_what, bytes, code) => {
    const problem = await read(await fileOf(bytes)).catch((caught: unknown) => caught);
    expect(problem).toBeInstanceOf(FileProblem);
    expect((problem as FileProblem).code).toBe(code);
  });
});

describe('meaning of number formats', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0.00 "EUR";[Red]-#,##0.00', 'number'],
    ['0.0%', 'number'],
    ['0.00E+00', 'number'],
    ['"Day "0', 'number'],
    ['@', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['mmm-yy', 'date'],
    ['[$-804]yyyy"年"m"月"d"日"', 'date'],
    ['dd/mm/yyyy;@', 'date'],
    ['yyyy-mm-dd hh:mm:ss', 'datetime'],
    ['m/d/yy h:mm AM/PM', 'datetime'],
    ['dd.mm.yyyy hh:mm:ss.000', 'datetime'],
    ['h:mm', 'time'],
    ['[h]:mm:ss', 'time'],
    ['上午/下午 h"时"mm"分"', 'time'],
  ])('%s: %s', (code, meaning) => expect(meaningOfFormat(code)).toBe(meaning));
});
