import { expect, it } from 'vitest';
import { fileSize } from './file-size';

it.each([
  [0, '0 bytes', '0字节'],
  [1, '1 byte', '1字节'],
  [331, '331 bytes', '331字节'],
  [42_195, '42 kB', '42 kB'],
  [3_400_000, '3.4 MB', '3.4 MB'],
  [2_000_000_000, '2 GB', '2 GB'],
])('%d bytes are %s, %s', (bytes, en, zh) => {
  expect(fileSize(bytes, 'en')).toBe(en);
  expect(fileSize(bytes, 'zh-CN')).toBe(zh);
});
