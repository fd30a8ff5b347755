import { expect, test } from 'vitest';
import { compareMessages } from './messages';

test('the same keys with texts in both languages are fine', () => {
  expect(compareMessages({ a: { b: 'Hello {name}' } }, { a: { b: '{name},你好' } })).toEqual([]);
  expect(
    compareMessages(
      { rows: '{count, plural, one {# row waits} other {rows of {what}}}' },
      { rows: '{what}:{count} 行' },
    ),
  ).toEqual([]);
});

test('missing, empty and differently filled texts are told', () => {
  expect(compareMessages({ a: 'A', b: ' ', c: '{n} rows' }, { b: '乙', c: '行', d: '丁' })).toEqual([
    'zh-CN.json: "a" is missing.',
    'en.json: "b" is empty.',
    'zh-CN.json: "c" fills in {}, and en.json {n}.',
    'en.json: "d" is missing.',
  ]);
});
