import { expect, it } from 'vitest';
import { addressWith } from './address';

it('keeps the filters and changes one', () => {
  expect(addressWith('/rows', { country: 'DE', sort: 'day', tag: ['a', 'b'] }, { sort: '-amount' })).toBe(
    '/rows?country=DE&tag=a&tag=b&sort=-amount',
  );
});

it('takes parameters away and leaves no question mark', () => {
  expect(addressWith('/rows', { after: 'x', empty: undefined }, { after: null })).toBe('/rows');
});

it('encodes what was typed', () => {
  expect(addressWith('/rows', {}, { q: '服饰 & more' })).toBe('/rows?q=%E6%9C%8D%E9%A5%B0+%26+more');
});
