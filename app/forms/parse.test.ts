import { expect, it } from 'vitest';
import { numberIn } from './parse';

const typed = (value: string): FormData => {
  const form = new FormData();
  form.set('bound', value);
  return form;
};

it.each([
  ['85', 85],
  [' 0.4 ', 0.4],
  ['0,4', 0.4],
  // As a Chinese keyboard writes them.
  ['６０', 60],
  ['０．４', 0.4],
  ['０，４', 0.4],
])('the number %j is %d', (value, number) => {
  expect(numberIn(typed(value), 'bound')).toBe(number);
});

it.each(['', '九十', '65%', '1,2,3'])('%j is refused as no number, at its field', (value) => {
  expect(() => numberIn(typed(value), 'bound')).toThrow(
    expect.objectContaining({ code: 'number_invalid', field: 'bound', params: { value } }),
  );
});
