import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTokenizer, guessNewline } from './csv-tokenizer';
import type { TableRow } from './table';

function rowsOf(text: string, options: { separator?: string; pieceLength?: number } = {}): TableRow[] {
  const tokenizer = new CsvTokenizer(options.separator ?? ',', guessNewline(text));
  const pieceLength = options.pieceLength ?? (text.length || 1);
  const rows: TableRow[][] = [];
  for (let i = 0; i < text.length; i += pieceLength) rows.push(tokenizer.write(text.slice(i, i + pieceLength)));
  return [...rows, tokenizer.end()].flat();
}

const brief = (rows: TableRow[]) =>
  rows.map(({ line, cells, problem }) => [line, ...cells, ...(problem ? [`!${problem.code}`] : [])]);

describe('CSV rows', () => {
  const cases: [what: string, text: string, rows: (string | number)[][]][] = [
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CR LF',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\r\n1,2\n"3",4\r\n5,"6"\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    ['quoted separator', '"a,b",c\n', [[1, 'a,b', 'c']]],
    ['doubled quotes', '"say ""hi""","""",""\n', [[1, 'say "hi"', '"', '']]],
    [
      'line breaks in quotes count as lines',
      '"a\nb\nc",d\n1,2\n',
      [
        [1, 'a\nb\nc', 'd'],
        [4, '1', '2'],
      ],
    ],
    [
      'CR LF in quotes',
      '"a\r\nb",d\r\n1,2\r\n',
      [
        [1, 'a\r\nb', 'd'],
        [3, '1', '2'],
      ],
    ],
    [
      'CR in quotes where CR ends lines',
      '"a\rb",d\r1,"2"\r',
      [
        [1, 'a\rb', 'd'],
        [3, '1', '2'],
      ],
    ],
    ['spaces around quotes', '1, "Smith, John" ,2\n', [[1, '1', 'Smith, John', '2']]],
    ['quote within a cell', '5" pipe,6" pipe\n', [[1, '5" pipe', '6" pipe']]],
    ['lone quotes in a quoted cell', '"He said "hello" to me",2\n', [[1, 'He said "hello" to me', '2']]],
    ['texts kept from being numbers', '="00123",="5"\n', [[1, '00123', '5']]],
    ['empty cells', ',,\n', [[1, '', '', '']]],
    ['empty quoted last cell', '1,""', [[1, '1', '']]],
    [
      'blank lines',
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, ''],
        [4, 'b'],
      ],
    ],
    [
      'NUL bytes',
      'a\0,b\0\n1,\x002\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a quote never closed costs its own line only',
      'a,b\n"1,2\n3,4\n5,6\n',
      [
        [1, 'a', 'b'],
        [2, '"1', '2', '!unclosed_quote'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    [
      'two rows run together by a lone quote',
      'a,b\n"5 inch,1\n"foo",2\n3,4\n',
      [
        [1, 'a', 'b'],
        [2, '"5 inch', '1', '!stray_quote'],
        [3, 'foo', '2'],
        [4, '3', '4'],
      ],
    ],
  ];

  it.each(cases)('%s', (_what, text, rows) => {
    expect(brief(rowsOf(text))).toEqual(rows);
    for (const pieceLength of [1, 2, 3, 5]) expect(brief(rowsOf(text, { pieceLength }))).toEqual(rows);
  });

  it('lets go of a quote that is not closed within a megabyte', () => {
    const lines = Array.from({ length: 300_000 }, (_, i) => `${i},x`);
    lines[10] = '"open,x';
    const rows = rowsOf(lines.join('\n'), { pieceLength: 65_536 });
    expect(rows).toHaveLength(300_000);
    expect(rows.filter(({ problem }) => problem)).toEqual([
      { line: 11, cells: ['"open', 'x'], problem: { code: 'unclosed_quote', params: {} } },
    ]);
    expect(rows.at(-1)).toEqual({ line: 300_000, cells: ['299999', 'x'] });
  });

  it.each([
    ['lone quotes in each line', '"a\n'],
    ['lone and doubled quotes in each line', '""a\n'],
    ['a quote in each line and no separator', 'a"\n'],
    ['one line of many cells and a quote', '"a"b,'],
  ])('reads a megabyte of %s without reading it again and again', (_what, line) => {
    const times = Math.floor(1_000_000 / line.length);
    const rows = rowsOf(line.repeat(times), { pieceLength: 262_144 });
    expect(rows).toHaveLength(line.endsWith('\n') ? times : 1);
  });

  it('reads back whatever is written by the rules, in pieces of any length, as csv-parse does', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', ' ', 'é', '元', 'a', '') }),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    const lineEnd = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(table, lineEnd, fc.integer({ min: 1, max: 20 }), (rows, end, pieceLength) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',') + end).join('');
        const tokenizer = new CsvTokenizer(',');
        const read: TableRow[] = [];
        for (let i = 0; i < text.length; i += pieceLength)
          read.push(...tokenizer.write(text.slice(i, i + pieceLength)));
        read.push(...tokenizer.end());
        const expected = rows.map((row) => row.map((c) => c.replaceAll('\0', '')));
        expect(read.map(({ cells }) => cells)).toEqual(expected);
        expect(
          parse(text.replaceAll('\0', ''), {
            relax_column_count: true,
            record_delimiter: end,
            skip_empty_lines: false,
          }),
        ).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
