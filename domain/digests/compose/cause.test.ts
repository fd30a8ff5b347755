import { expect, test } from 'vitest';
import { contributions, type GroupRow, mainGroup, movedBy } from './cause';

const group = (key: string, numerator: number, denominator: number): GroupRow => ({
  key,
  numerator,
  denominator,
  value: denominator ? (100 * numerator) / denominator : null,
});

const whole = (rows: GroupRow[]) =>
  rows.reduce((s, r) => s + r.numerator, 0) / rows.reduce((s, r) => s + r.denominator, 0);

test('the parts of a rate add up to its change, also when groups grow, come and go', () => {
  const before = [group('a', 90, 100), group('b', 40, 50), group('gone', 5, 10)];
  const now = [group('a', 80, 200), group('b', 41, 50), group('new', 9, 30)];
  const parts = contributions('ratio', before, now);
  const sum = [...parts.values()].reduce((s, n) => s + n, 0);
  expect(sum).toBeCloseTo(whole(now) - whole(before), 12);
  expect(mainGroup('ratio', before, now, -1)?.key).toBe('a');
});

test('a rate moves by a group that grows, though no group’s own rate changes', () => {
  const before = [group('good', 90, 100), group('poor', 10, 20)];
  const now = [group('good', 90, 100), group('poor', 50, 100)];
  expect(mainGroup('ratio', before, now, -1)?.key).toBe('poor');
});

test('of a concentration it is the share that moved most', () => {
  const before = [group('DE', 500, 0), group('FR', 300, 0), group('US', 200, 0)];
  const now = [group('DE', 600, 0), group('FR', 100, 0), group('US', 300, 0)];
  expect(mainGroup('concentration', before, now, 0)?.key).toBe('FR');
});

test('a group is told by what of it moved the whole: its own value, or its share of the rows', () => {
  const before = [group('good', 90, 100), group('poor', 10, 50)];
  expect(movedBy(before, [group('good', 90, 100), group('poor', 11, 20)], 'poor')).toBe('value');
  // A little better itself, but above all a smaller part of all.
  expect(movedBy(before, [group('good', 180, 200), group('poor', 10.5, 50)], 'poor')).toBe('share');
  expect(movedBy(before, [...before, group('new', 1, 10)], 'new')).toBe('value');
});

test('where many moved alike, none of them is the cause', () => {
  const carriers = ['a', 'b', 'c', 'd'];
  const before = carriers.map((key) => group(key, 90, 100));
  const now = carriers.map((key) => group(key, 80, 100));
  expect(mainGroup('ratio', before, now, -1)).toBeNull();
  expect(mainGroup('ratio', before, [group('a', 60, 100), ...now.slice(1)], -1)?.key).toBe('a');
});

test('nothing moved: nobody is the cause', () => {
  const rows = [group('a', 9, 10), group('b', 1, 10)];
  expect(mainGroup('ratio', rows, rows, 1)).toBeNull();
  expect(mainGroup('ratio', [], [], 1)).toBeNull();
});
