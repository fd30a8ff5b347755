import { expect, test, vi } from 'vitest';
import { translatorIn } from './translator';

const missing = 'no.such.text';
const told = (strict: boolean) =>
  (translatorIn('en', undefined, { strict }) as unknown as (key: string) => string)(missing);

test('a text that is missing is shown as its key, or is an error where it is asked for strictly', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(told(false)).toBe(missing);
  said.mockRestore();
  expect(() => told(true)).toThrow('MISSING_MESSAGE');
});
