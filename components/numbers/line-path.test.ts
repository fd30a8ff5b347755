import { describe, expect, it } from 'vitest';
import { areaPath, linePath, yOf } from './line-path';

const scale = { min: 0, max: 10, width: 100, height: 20 };

describe('linePath', () => {
  it('spreads the points over the width, the largest on top', () => {
    expect(linePath([0, 10, 5], scale)).toBe('M0 20L50 0L100 10');
  });
  it('breaks at a missing value instead of drawing through zero', () => {
    expect(linePath([0, 10, null, 10, 0], scale)).toBe('M0 20L25 0M75 0L100 20');
  });
  it('shows a lone point', () => {
    expect(linePath([null, 5, null], scale)).toBe('M50 10h.01');
  });
  it('is empty without values', () => {
    expect(linePath([null, null], scale)).toBe('');
  });
});

describe('areaPath', () => {
  it('closes each stretch on the ground', () => {
    expect(areaPath([10, 10, null, 5, 5], scale)).toBe('M0 20L0 0L25 0L25 20ZM75 20L75 10L100 10L100 20Z');
  });
});

it('puts a flat line in the middle', () => {
  expect(yOf(7, { min: 7, max: 7, width: 100, height: 20 })).toBe(10);
});
