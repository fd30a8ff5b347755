import { expect, it } from 'vitest';
import { themeClass } from './theme-class';

it.each([
  ['light', 'light'],
  ['dark', 'dark'],
  ['system', 'system'],
  [undefined, 'system'],
  ['"><script>', 'system'],
])('the cookie %s gives %s', (cookie, theme) => {
  expect(themeClass(cookie)).toBe(theme);
});
