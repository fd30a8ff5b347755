import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/day';
import { type Point, trendOf } from './trend';

const today = '2026-06-30';
/** `n` weekly values ending today. */
const weekly = (values: readonly (number | null)[]): Point[] =>
  values.map((value, i) => ({ day: addDays(today, -7 * (values.length - 1 - i)), value }));

describe('trend', () => {
  it('of a straight line is its slope, without doubt', () => {
    const trend = trendOf(weekly([10, 11, 12, 13, 14, 15, 16]), today);
    expect(trend?.slope).toBeCloseTo(1 / 7, 12);
    expect(trend?.low).toBeCloseTo(1 / 7, 12);
    expect(trend?.high).toBeCloseTo(1 / 7, 12);
  });

  it('takes the median of the slopes of all pairs (worked by hand)', () => {
    // days 0 7 14 21 28, values 0 7 7 28 21 → slopes 1 .5 4/3 .75 | 0 1.5 2/3 | 3 1 | −1, sorted −1 0 .5 .667 .75 1 1 1.333 1.5 3
    expect(trendOf(weekly([0, 7, 7, 28, 21]), today)?.slope).toBeCloseTo(0.875, 12);
  });

  it('gives the interval by rank (worked by hand)', () => {
    // n = 5, ten pairs; residuals from slope .875: 0 .875 −5.25 9.625 −3.5, their neighbours correlate negatively → ρ = 0
    // C = 1.2816·√(5·4·15/18) = 5.232; ranks (10 − 5.232)/2 = 2.38 → the 2nd, (10 + 5.232)/2 = 7.6 → the 9th
    const trend = trendOf(weekly([0, 7, 7, 28, 21]), today);
    expect(trend?.low).toBeCloseTo(0, 12);
    expect(trend?.high).toBeCloseTo(1.5, 12);
  });

  it('is not moved by one odd day', () => {
    const trend = trendOf(weekly([10, 11, 12, 13, 99, 15, 16, 17, 18]), today);
    expect(trend?.slope).toBeCloseTo(1 / 7, 3);
  });

  it('uses one of seven daily values', () => {
    const daily = Array.from({ length: 91 }, (_, i) => ({ day: addDays(today, i - 90), value: i }));
    expect(trendOf(daily, today)).toMatchObject({ slope: 1, points: 13 });
  });

  it('looks back 90 days and not ahead', () => {
    const old = weekly([500, 400, ...Array<number>(13).fill(10)]);
    const ahead = [...old, { day: addDays(today, 3), value: 10_000 }];
    expect(trendOf(ahead, today)?.slope).toBe(0);
  });

  it('widens when neighbours move together', () => {
    const independent = trendOf(weekly([1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7]), today)!;
    const wave = trendOf(weekly([1, 2, 3, 3.5, 3.5, 3.5, 3.5, 4, 5, 6, 7, 7.5, 7]), today)!;
    expect(wave.high - wave.low).toBeGreaterThan(independent.high - independent.low);
  });

  it.each([
    ['four points', [1, 2, 3, 4]],
    ['nothing', []],
    ['no values', [null, null, null, null, null, null]],
  ])('is none for %s', (_, values) => {
    expect(trendOf(weekly(values), today)).toBeNull();
  });
});
