import { describe, expect, it } from 'vitest';
import { axisWidth, everyOther, plotLines, plotScale, readingOrder, spread } from './plot';

const lines = plotLines({
  x: [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ],
  series: [{ name: 'share', values: [0.4, null] }],
  target: { name: 'target', value: 0.9 },
  anchors: [{ name: 'floor', value: 0.2 }],
});

it('draws the series above target and anchors, and reads them the other way round', () => {
  expect(lines.map((line) => line.name)).toEqual(['floor', 'target', 'share']);
  expect(readingOrder(lines).map((line) => line.name)).toEqual(['share', 'target', 'floor']);
});

it('makes levels as long as the series', () => {
  expect(lines[1]?.values).toEqual([0.9, 0.9]);
});

it('scales to everything that is drawn', () => {
  const { min, max } = plotScale(lines);
  expect(min).toBeLessThanOrEqual(0.2);
  expect(max).toBeGreaterThanOrEqual(0.9);
});

it('counts a Chinese sign double when it measures the axis', () => {
  expect(axisWidth([0, 10], { locale: 'en', suffix: '天' })).toBe(5);
});

describe('spread', () => {
  it('always keeps the last', () => {
    expect(spread(60, 7).at(-1)).toBe(59);
    expect(spread(60, 7).length).toBeLessThanOrEqual(7);
  });
  it('leaves a phone some of them, evenly, the last among them', () => {
    expect(everyOther(spread(182, 7))).toEqual([57, 119, 181]);
    expect(everyOther([0])).toEqual([0]);
  });
  it('keeps all when they are few', () => {
    expect(spread(3, 7)).toEqual([0, 1, 2]);
    expect(spread(1, 7)).toEqual([0]);
    expect(spread(0, 7)).toEqual([]);
  });
});
