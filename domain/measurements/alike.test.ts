import { expect, it } from 'vitest';
import { affixesOf, formOf, likelihood, spellingsOf } from './alike';

const none: ReturnType<typeof affixesOf> = { before: [], after: [] };
const why = (key: string, other: string, affixes = none) =>
  spellingsOf(key, affixes).find(({ text }) => formOf(text) === formOf(other))?.why;

it('knows a key in another writing, with something before or after it, and with a letter mistaken', () => {
  expect(why('ＳＫＵ－００７', 'sku 007')).toBe('format');
  expect(why('#001023', '1023')).toBe('format');
  for (const written of ['【AB12】', '「AB」12', '《AB12》', '“AB12”', '‘AB’12', 'AB\n12\r\n', 'a\u00a0b\u200b12'])
    expect(why(written, 'AB12')).toBe('format');
  expect(why('AMZ-US-1023-RED', '1023-RED')).toBe('part');
  expect(why('10023-1', '10023')).toBe('part');
  expect(why('MUG-BLEU-01', 'MUG-BLUE-01')).toBe('letter');
  expect(why('MUGG-01', 'MUG-01')).toBe('letter');
  expect(why('MUG-O1', 'MUG-01')).toBe('letter');
});

it('takes no other number for the same, nor what is too short to say', () => {
  expect(why('10023', '10032')).toBeUndefined();
  expect(why('10023', '1002')).toBeUndefined();
  expect(why('SO-12', '12')).toBeUndefined();
});

it('learns from a feed’s keys what it puts before and after them', () => {
  const keys = Array.from({ length: 6 }, (_, n) => `SO-${1000 + n}`);
  const affixes = affixesOf([...keys, 'X-1', 'Y-1']);
  expect(affixes).toEqual({ before: ['SO'], after: [] });
  expect(why('1003', 'SO-1003', affixes)).toBe('part');
});

it('is the surer the more agrees', () => {
  expect(likelihood('format', 'a-1', 'A1')).toBe(1);
  expect(likelihood('part', '1023', 'SO-1023')).toBeCloseTo(4 / 6, 10);
  expect(likelihood('letter', 'MUG-BLEU-01', 'MUG-BLUE-01')).toBeCloseTo(8 / 9, 10);
  expect(likelihood('title', 'x', 'y')).toBe(0.5);
});
