import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FileProblem } from './file-problem';
import { zipOf } from './fixtures/zip-of';
import { openTable } from './open-table';
import type { TableRow } from './table';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(bytes: Buffer) {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, bytes);
  return openTable(path, { fileName: 'export.zip' });
}

async function read(bytes: Buffer, from?: { afterLine: number }) {
  const table = await open(bytes);
  try {
    const rows: TableRow[] = [];
    for await (const batch of table.rows(from)) rows.push(...batch);
    return { ...table, rows, progress: table.progress() };
  } finally {
    await table.close();
  }
}

async function problemOf(bytes: Buffer) {
  const problem = await read(bytes).catch((caught: unknown) => caught);
  if (!(problem instanceof FileProblem)) throw new Error('no problem was found');
  return { code: problem.code, params: problem.params };
}

const csv = 'a,b\n1,2\n3,4\n';

it('leaves nothing on disk that outlives a killed process', async () => {
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  vi.stubEnv('TMPDIR', temporary);
  const long = `a,b\n${'some,row\n'.repeat(100_000)}`;
  const table = await open(gzipSync(zipOf([{ name: 'orders.csv', content: long, stored: true }])));
  vi.unstubAllEnvs();
  let rows = 0;
  for await (const batch of table.rows()) rows += batch.length;
  expect(rows).toBe(100_000);
  expect(await readdir(temporary)).toEqual([]);
  await table.close();
});

describe('zip', () => {
  it.each([
    ['deflated', zipOf([{ name: 'orders.csv', content: csv }])],
    ['stored', zipOf([{ name: 'orders.csv', content: csv, stored: true }])],
    ['under any name', zipOf([{ name: 'export', content: csv }])],
    [
      'in a folder, beside what systems leave',
      zipOf([
        { name: 'x/orders.csv', content: csv },
        { name: '__MACOSX/x/._orders.csv', content: 'junk' },
        { name: 'x/.DS_Store', content: '\0\0' },
      ]),
    ],
    [
      'beside a text to read',
      zipOf([
        { name: 'README.txt', content: 'Dear customer, this is\nyour export' },
        { name: 'orders.csv', content: csv },
      ]),
    ],
    ['gzip in zip', zipOf([{ name: 'orders.csv.gz', content: gzipSync(csv) }])],
    ['zip in zip', zipOf([{ name: 'inner.zip', content: zipOf([{ name: 'orders.csv', content: csv }]) }])],
    ['zip in gzip', gzipSync(zipOf([{ name: 'orders.csv', content: csv }]))],
  ])('%s', async (_what, bytes) => {
    const table = await read(bytes);
    expect(table.header).toEqual(['a', 'b']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ]);
    expect(table.progress).toBe(1);
    expect(table.byteSize).toBe(bytes.length);
  });

  it('reads names that are in GBK', async () => {
    const name = Buffer.from('b6a9b5a52e637376', 'hex');
    expect((await read(zipOf([{ name, content: csv }]))).members).toEqual(['订单.csv']);
  });

  it('reads several tables with the same header one after the other, lines counted on', async () => {
    const days = zipOf([
      { name: '2025-03-02.csv', content: 'a,b\n5,6\n' },
      { name: '2025-03-03.csv', content: 'a,b\n' },
      { name: '2025-03-01.csv', content: csv },
      { name: '2025-03-04.csv', content: 'a;b\n7;8\n' },
    ]);
    const table = await read(days);
    expect(table.members).toEqual(['2025-03-01.csv', '2025-03-02.csv', '2025-03-04.csv']);
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [5, '5', '6'],
      [7, '7', '8'],
    ]);
    expect((await read(days, { afterLine: 3 })).rows.map(({ line }) => line)).toEqual([5, 7]);
  });

  it('does not choose among tables with different headers', async () => {
    const bytes = zipOf([
      { name: 'orders.csv', content: csv },
      { name: 'refunds.csv', content: 'x,y\n1,2\n' },
    ]);
    expect(await problemOf(bytes)).toEqual({
      code: 'zip_several_tables',
      params: { file: 'export.zip', count: 2, files: 'orders.csv, refunds.csv' },
    });
  });

  it('says when one of several tables cannot be read', async () => {
    const bytes = zipOf([
      { name: 'a.csv', content: csv },
      { name: 'b.csv', content: '%PDF-1.7' },
    ]);
    expect(await problemOf(bytes)).toEqual({ code: 'not_a_table', params: { file: 'b.csv', kind: 'pdf' } });
  });

  const whole = zipOf([
    {
      name: 'orders.csv',
      content: `a,b\n${Array.from({ length: 50_000 }, (_, i) => `${i},${(i * 7919) % 10007}\n`).join('')}`,
    },
  ]);
  const bent = Buffer.from(whole);
  bent[whole.length >> 1]! ^= 0xff;
  const falseSum = zipOf([{ name: 'orders.csv', content: csv, stored: true }]);
  falseSum[falseSum.indexOf('1,2')] = 0x39;
  it.each([
    ['under a password', zipOf([{ name: 'orders.csv', content: csv, encrypted: true }]), 'encrypted_zip'],
    ['empty', zipOf([]), 'zip_without_table'],
    ['with folders only', zipOf([{ name: 'x/', content: '' }]), 'zip_without_table'],
    ['cut off', whole.subarray(0, whole.length - 100), 'broken_zip'],
    ['damaged inside', bent, 'broken_zip'],
    ['with content that is not what was packed', falseSum, 'broken_zip'],
    ['packed over and over', gzipSync(gzipSync(gzipSync(gzipSync(csv)))), 'nested_archive'],
  ])('%s', async (_what, bytes, code) => {
    expect((await problemOf(bytes)).code).toBe(code);
  });
});
