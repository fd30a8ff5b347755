import { describe, expect, it } from 'vitest';
import { niceScale } from './nice-scale';

describe('niceScale', () => {
  it('rounds outwards to steps of 1, 2, 2.5 or 5', () => {
    expect(niceScale([0.62, 0.71, 0.69]).ticks).toEqual([0.6, 0.625, 0.65, 0.675, 0.7, 0.725]);
    expect(niceScale([0, 4312]).ticks).toEqual([0, 2000, 4000, 6000]);
  });
  it('takes the ends it is given', () => {
    expect(niceScale([0.4, 0.8], 0, 1).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
  it('gives a flat line room', () => {
    const { min, max } = niceScale([5, 5]);
    expect(min).toBeLessThanOrEqual(5);
    expect(max).toBeGreaterThan(5);
  });
  it('stands without values', () => {
    expect(niceScale([])).toEqual({ min: 0, max: 1, ticks: [0, 1] });
  });
});
