import { expect, test } from 'vitest';
import { dismissedIn, withDismissed } from './dismissed';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

test('what was put away stays away, the oldest fall out, and nonsense is no id', () => {
  let cookie: string | undefined;
  for (let n = 0; n < 12; n++) cookie = withDismissed(cookie, id(n));
  cookie = withDismissed(cookie, id(11));
  expect(dismissedIn(cookie)).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map(id));
  expect(withDismissed('nonsense.; x', 'more nonsense')).toBe('');
  expect(dismissedIn(undefined)).toEqual([]);
});
