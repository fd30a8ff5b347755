import { expect, test } from 'vitest';
import { plainName } from './plain-name';

test.each([
  ['  Morning   Sail\tTrading ', 'Morning Sail Trading'],
  ['晨帆\u3000贸易', '晨帆 贸易'],
  ['Cafe\u0301', 'Café'],
  ['Lưu Thị Hồng', 'Lưu Thị Hồng'],
  ['محمد', 'محمد'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['Fleet 👩\u200d💻', 'Fleet 👩\u200d💻'],
  ['ธุรกิจที่ดี', 'ธุรกิจที่ดี'],
  ["O'Neill & Söhne <b>", "O'Neill & Söhne <b>"],
])('%j is a name', (text, name) => expect(plainName(text, 80)).toEqual({ name }));

test.each(['', '   ', '\u3000', '\n\t'])('%j is none', (text) =>
  expect(plainName(text, 80)).toEqual({ problem: 'missing' }),
);

test.each([
  'Fair\u200bway',
  '\u200b',
  'Fair\u202eyaw',
  '\u2066x\u2069',
  'a\u200fb',
  'a\u200db',
  'a\ufeffb',
  'a\u00adb',
  'a\u0000b',
  '\u3164',
  '\u2800',
  'a\u{e0041}b',
  'a\ud800b',
  'Z\u0300\u0301\u0302\u0303\u0304',
])('%j is not what it looks like', (text) => expect(plainName(text, 80)).toEqual({ problem: 'tricky' }));

test('counts characters, not bytes', () => {
  expect(plainName('帆'.repeat(80), 80)).toEqual({ name: '帆'.repeat(80) });
  expect(plainName('😀'.repeat(80), 80)).toEqual({ name: '😀'.repeat(80) });
  for (const text of ['x'.repeat(81), 'x'.repeat(10_000), 'x'.repeat(5_000_000)])
    expect(plainName(text, 80)).toEqual({ problem: 'too_long' });
});
