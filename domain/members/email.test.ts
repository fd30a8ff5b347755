import { expect, test } from 'vitest';
import { comparedEmail, normalizedEmail } from './email';

test.each([
  [' Lin@Example.com. ', 'lin@example.com'],
  ['lin@Müller.de', 'lin@xn--mller-kva.de'],
  ['jose\u0301@example.com', 'josé@example.com'],
  ['林薇@例子.中国', '林薇@xn--fsqu00a.xn--fiqs8s'],
  ['lin+fairway@example.com', 'lin+fairway@example.com'],
])('%j is %s, however it is written', (typed, email) => {
  expect(normalizedEmail(typed)).toBe(email);
  expect(comparedEmail(email)).toBe(email);
});

test.each([
  '',
  'lin',
  'lin@',
  '@example.com',
  'lin@a@example.com',
  'lin wei@example.com',
  'lin@example.com\r\nBcc: all@example.com',
  'li\u200bn@example.com',
  '\u202elin@example.com',
  'lin\u2066@example.com',
  'li\u0007n@example.com',
  'li\0n@example.com',
  'l\u3164in@example.com',
  'li\u0301\u0301\u0301\u0301n@example.com',
  `${'x'.repeat(10_000)}@example.com`,
])('%j is no address', (typed) => {
  expect(() => normalizedEmail(typed)).toThrow(expect.objectContaining({ code: 'email_invalid', field: 'email' }));
});
