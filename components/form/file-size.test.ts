import { expect, it } from 'vitest';
import { fileSize } from './file-size';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [42_195, '42 kB'],
  [3_400_000, '3.4 MB'],
  [2_000_000_000, '2 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(fileSize(bytes, 'en')).toBe(text);
});
