import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileProblem } from './file-problem';
import { openTable } from './open-table';
import type { OpenTableOptions, Table, TableRow } from './table';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Buffer | string): Promise<string> {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, bytes);
  return path;
}

async function allRows(table: Table, from?: { afterLine: number }): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of table.rows(from)) rows.push(...batch);
  return rows;
}

async function read(bytes: Buffer | string, options?: OpenTableOptions) {
  const table = await openTable(await fileOf(bytes), options);
  const rows = await allRows(table);
  await table.close();
  return { ...table, rows, cells: rows.map(({ cells }) => cells), lines: rows.map(({ line }) => line) };
}

async function problemOf(
  bytes: Buffer | string,
  options?: OpenTableOptions,
): Promise<[string, Record<string, string | number>]> {
  const caught = await read(bytes, { fileName: 'orders.csv', ...options }).catch((problem: unknown) => problem);
  if (!(caught instanceof FileProblem)) throw new Error('no problem was found');
  return [caught.code, caught.params];
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const inEncoding = (text: string, name: string) => execFileSync('iconv', ['-f', 'UTF-8', '-t', name], { input: text });

describe('encodings', () => {
  const chinese = '订单号,国家,金额\n1001,中国,12.50\n1002,法国,3.00\n';
  const western = 'Commande;Pays;Montant\n1001;Côte d’Ivoire;12,50 €\n1002;Österreich;3,00 €\n';
  // "订单号,国家\n1,中国\n" in GBK, byte by byte.
  const gbk = Buffer.from('b6a9b5a5bac52cb9fabcd20a312cd6d0b9fa0a', 'hex');
  const cases: [what: string, bytes: () => Buffer, encoding: string, header: string, cell: string][] = [
    ['UTF-8', () => Buffer.from(chinese), 'utf-8', '订单号', '中国'],
    ['UTF-8 with mark', () => Buffer.from(`\ufeff${chinese}`), 'utf-8', '订单号', '中国'],
    ['UTF-16 LE with mark', () => Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'utf-16le', '订单号', '中国'],
    ['UTF-16 LE', () => Buffer.from(chinese, 'utf16le'), 'utf-16le', '订单号', '中国'],
    ['UTF-16 BE with mark', () => utf16be(`\ufeff${chinese}`), 'utf-16be', '订单号', '中国'],
    ['UTF-16 BE', () => utf16be(chinese), 'utf-16be', '订单号', '中国'],
    ['GBK', () => gbk, 'gb18030', '订单号', '中国'],
    ['GB18030', () => inEncoding(chinese, 'GB18030'), 'gb18030', '订单号', '中国'],
    ['windows-1252', () => inEncoding(western, 'WINDOWS-1252'), 'windows-1252', 'Commande', 'Côte d’Ivoire'],
    ['Latin-1', () => Buffer.from('Name,City\n1,Montréal\n2,Zürich\n', 'latin1'), 'windows-1252', 'Name', 'Montréal'],
    ['ASCII', () => Buffer.from('Name,City\n1,Paris\n'), 'utf-8', 'Name', 'Paris'],
  ];

  it.each(cases)('%s', async (_what, bytes, encoding, header, cell) => {
    const table = await read(bytes());
    expect(table.encoding).toBe(encoding);
    expect(table.header[0]).toBe(header);
    expect(table.cells[0]![1]).toBe(cell);
  });

  it.each([
    ['GB18030', '中国'],
    ['WINDOWS-1252', 'Côte d’Ivoire'],
    ['UTF-8', '中国'],
  ])('sees %s that begins only after a megabyte of ASCII', async (name, cell) => {
    const ascii = Array.from({ length: 100_000 }, (_, i) => `${i},United Kingdom\n`).join('');
    const table = await read(
      Buffer.concat([Buffer.from(`id,country\n${ascii}`), inEncoding(`x,${cell}\ny,${cell}\n`, name)]),
    );
    expect(table.cells.slice(-2)).toEqual([
      ['x', cell],
      ['y', cell],
    ]);
  });

  it('keeps characters whole where the file is read in pieces', async () => {
    for (const name of ['GB18030', 'UTF-8', 'UTF-16LE']) {
      const text = Array.from({ length: 60_000 }, (_, i) => `${i % 7 ? '' : 'x'}中国,法国\n`).join('');
      const table = await read(inEncoding(`国家,a\n${text}`, name));
      expect(new Set(table.cells.map(([first]) => first))).toEqual(new Set(['x中国', '中国']));
      expect(table.rows).toHaveLength(60_000);
    }
  });

  it('takes an encoding it is told', async () => {
    expect((await read(Buffer.from('名前,a\n1,2\n3,4\n'), { encoding: 'utf8' })).header[0]).toBe('名前');
    expect((await read(inEncoding('名前,a\n日本,2\n', 'SHIFT_JIS'), { encoding: 'shift_jis' })).cells).toEqual([
      ['日本', '2'],
    ]);
    expect(await problemOf('a,b\n1,2\n', { encoding: 'klingon' })).toEqual([
      'unknown_encoding',
      { file: 'orders.csv', encoding: 'klingon' },
    ]);
  });
});

describe('separators and headers', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon with decimal commas', 'name;amount;tax\nx;1,50;0,20\ny;2,50;0,30\n', ';'],
    ['tab', 'a\tb\tc\n1, 2\t3\t4\n', '\t'],
    ['bar', 'a|b|c\n1|2|3\n', '|'],
    ['semicolon among quoted commas', '"a, x";"b"\n"1, 2";"3, 4, 5"\n', ';'],
    [
      'commas beside quoted remarks full of semicolons',
      `no,sku,remark\n${'1,A,"say ""x""; and more; and more; and more; and more; and more; and more"\n'.repeat(20)}`,
      ',',
    ],
    ['one column', 'sku\nA1\nA2\n', ','],
    ['named for Excel', 'sep=|\na|b,c|d;e\n1|2|3\n', '|'],
  ])('%s', async (_what, text, separator) => {
    const table = await read(text);
    expect(table.separator).toBe(separator);
    expect(table.rows.every((row) => !row.problem && row.cells.length === table.header.length)).toBe(true);
  });

  it('takes a separator it is told', async () => {
    expect((await read('a:b\n1:2\n', { separator: ':' })).cells).toEqual([['1', '2']]);
  });

  it('passes over titles and blank rows above the header and counts lines as an editor does', async () => {
    const table = await read('Sales report,,,\nPeriod:,March,,\n\n\norder,sku,qty,price\n1,A,2,3.5\n\n2,B,1,4\n');
    expect(table.header).toEqual(['order', 'sku', 'qty', 'price']);
    expect(table.headerLine).toBe(5);
    expect(table.lines).toEqual([6, 8]);
  });

  it('takes the header line it is told, or none', async () => {
    expect((await read('x,y\na,b\n1,2\n', { headerLine: 2 })).header).toEqual(['a', 'b']);
    const none = await read('x,y\na,b\n', { headerLine: 0 });
    expect(none.header).toEqual(['column 1', 'column 2']);
    expect(none.cells).toEqual([
      ['x', 'y'],
      ['a', 'b'],
    ]);
    expect(await problemOf('x,y\na,b\n', { headerLine: 9 })).toEqual([
      'no_such_header_line',
      { file: 'orders.csv', line: 9 },
    ]);
  });

  it('loses no row of a file without a header', async () => {
    const rows = '1001,2025-03-01 08:05,A,2\n1002,2025-03-02 09:00,B,1\n';
    const expected = { header: ['column 1', 'column 2', 'column 3', 'column 4'], headerLine: 0, lines: [1, 2] };
    expect(await read(rows)).toMatchObject(expected);
    expect(await read(rows.replaceAll('2025-03-0', '0').replaceAll(' 0', '/03/2025 0'))).toMatchObject(expected);
    expect((await read('1001,31.12.2025,A,2\n')).cells).toEqual([['1001', '31.12.2025', 'A', '2']]);
    // Days as names of columns stand above numbers.
    expect((await read('SKU,2025-03-01,2025-03-02\nA,5,7\nB,1,2\n')).header).toEqual([
      'SKU',
      '2025-03-01',
      '2025-03-02',
    ]);
  });

  it('gives every column a name of its own', async () => {
    const table = await read('Amount,Amount,,"Unit\n Price",Amount (2)\n1,2,3,4,5\n');
    expect(table.header).toEqual(['Amount', 'Amount (3)', 'column 3', 'Unit Price', 'Amount (2)']);
  });

  it('leaves out unnamed columns at the end unless something is in them', async () => {
    expect((await read('a,b,\n1,2,\n')).header).toEqual(['a', 'b']);
    expect((await read('a,b,\n1,2,\n3,4,5\n')).header).toEqual(['a', 'b', 'column 3']);
  });
});

describe('rows', () => {
  it('fills short rows and reports those with too many cells', async () => {
    const table = await read('a,b,c\n1\n1,2,3,,\n1,2,3,4,5\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', '', ''] },
      { line: 3, cells: ['1', '2', '3'] },
      {
        line: 4,
        cells: ['1', '2', '3'],
        problem: { code: 'too_many_cells', params: { expected: 3, found: 5, extra: '4 | 5' } },
      },
    ]);
  });

  it('does not take thousands of blank rows for rows', async () => {
    const table = await read(`a,b\n1,2\n${',\n'.repeat(50_000)}${' , \t\n'.repeat(1_000)}3,4\n${'\n'.repeat(50_000)}`);
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 51_003, cells: ['3', '4'] },
    ]);
  });

  it('finds the table after any number of blank rows', async () => {
    expect((await read(`${',,\n'.repeat(100_000)}a,b,c\n1,2,3\n`)).rows).toEqual([
      { line: 100_002, cells: ['1', '2', '3'] },
    ]);
  });

  it('hands out the rest after a line, and knows its progress', async () => {
    const text = `id,text\n${Array.from({ length: 20_000 }, (_, i) => `${i},"x\ny"\n`).join('')}`;
    const table = await openTable(await fileOf(gzipSync(text)));
    const all = await allRows(table);
    expect(table.progress()).toBe(1);
    const rest = await allRows(table, { afterLine: all[12_345]!.line });
    expect(rest).toEqual(all.slice(12_346));
    for await (const batch of table.rows()) {
      expect(batch).toHaveLength(5_000);
      break;
    }
    await table.close();
  });

  it('never holds many huge rows at once', async () => {
    const wide = 'x'.repeat(100_000);
    const table = await openTable(
      await fileOf(`id,text\n${Array.from({ length: 200 }, (_, i) => `${i},${wide}\n`).join('')}`),
    );
    const sizes: number[] = [];
    for await (const batch of table.rows()) sizes.push(batch.length);
    expect(Math.max(...sizes)).toBeLessThan(25);
    expect(sizes.reduce((a, b) => a + b)).toBe(200);
    await table.close();
  });
});

describe('files that are no table', () => {
  it.each([
    ['empty', '', 'empty_file'],
    ['blank', ' \n\n \n', 'empty_file'],
    ['zeros', '\0'.repeat(1_000), 'empty_file'],
    ['header only', 'a,b,c\n', 'header_only'],
    ['header and blank rows', 'a,b,c\n,,\n,,\n', 'header_only'],
    ['a web page', '<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>', 'not_a_table'],
    ['XML', '<?xml version="1.0"?><orders/>', 'not_a_table'],
    ['a PDF', '%PDF-1.7\n', 'not_a_table'],
    ['an image', Buffer.from('89504e470d0a1a0a', 'hex'), 'not_a_table'],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)), 'not_a_table'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'unknown_archive'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old_excel'],
    [
      'a workbook under a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted_workbook',
    ],
    ['gzip cut off', gzipSync('a,b\n1,2\n'.repeat(1_000)).subarray(0, 40), 'broken_gzip'],
    ['gzip of nothing', gzipSync(''), 'empty_file'],
  ])('%s', async (_what, bytes, code) => {
    expect((await problemOf(bytes))[0]).toBe(code);
  });

  it('reports a gzip that breaks off far inside', async () => {
    const text = Array.from({ length: 200_000 }, (_, i) => `${i},${(i * 7919) % 10007}\n`).join('');
    const packed = gzipSync(`a,b\n${text}`);
    expect(gunzipSync(packed).length).toBeGreaterThan(1_000_000);
    expect(await problemOf(packed.subarray(0, packed.length - 1_000))).toEqual(['broken_gzip', { file: 'orders.csv' }]);
  });
});

const data = new URL('../../../shared/data/', import.meta.url).pathname;
describe.runIf(existsSync(data))('real files', () => {
  it('a day of Online Retail', async () => {
    const path = `${data}online-retail/by-day/2010-12-01.csv`;
    const table = await openTable(path);
    const rows = await allRows(table);
    expect(table.header).toEqual([
      'InvoiceNo',
      'StockCode',
      'Description',
      'Quantity',
      'InvoiceDate',
      'UnitPrice',
      'CustomerID',
      'Country',
    ]);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(rows).toHaveLength(lines.length - 1);
    expect(rows[0]).toEqual({ line: 2, cells: lines[1]!.split(',') });
    expect(rows.some(({ problem }) => problem)).toBe(false);
  });

  it('the delivery history, UTF-8 with a mark', async () => {
    const table = await openTable(`${data}scms/SCMS_Delivery_History_Dataset.csv`);
    const rows = await allRows(table);
    expect(table.header).toHaveLength(33);
    expect(table.header[0]).toBe('ID');
    expect(rows).toHaveLength(10_324);
    expect(rows.some(({ problem }) => problem)).toBe(false);
    expect(new Set(rows.map(({ cells }) => cells[5])).size).toBe(43);
  });

  it("the central bank's rates: a zip, wide, with a comma at the end of each line", async () => {
    const table = await openTable(`${data}fx/eurofxref-hist.zip`);
    const rows = await allRows(table);
    expect(table).toMatchObject({ compression: 'zip', container: 'csv', members: ['eurofxref-hist.csv'] });
    expect(table.header).toHaveLength(42);
    expect(rows).toHaveLength(6_983);
    expect(rows.some(({ problem }) => problem)).toBe(false);
    expect(rows.at(-1)!.cells.slice(0, 2)).toEqual(['1999-01-04', '1.1789']);
    await table.close();
  });
});
