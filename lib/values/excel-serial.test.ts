import { expect, it } from 'vitest';
import { excelSerialToWallClock } from './excel-serial';

it.each([
  [1, false, '1900-01-01T00:00:00.000Z'],
  [59, false, '1900-02-28T00:00:00.000Z'],
  [61, false, '1900-03-01T00:00:00.000Z'],
  [45717.336805555555, false, '2025-03-01T08:05:00.000Z'],
  [45717.99999, false, '2025-03-01T23:59:59.136Z'],
  [44255.336805555555, true, '2025-03-01T08:05:00.000Z'],
])('serial %d (from 1904: %s) is %s', (serial, from1904, iso) => {
  expect(new Date(excelSerialToWallClock(serial, from1904)).toISOString()).toBe(iso);
});
