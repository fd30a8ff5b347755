import { describe, expect, it } from 'vitest';
import { concentration, shares } from '@/kpis/measures/concentration';
import { coverage } from '@/kpis/measures/coverage';

/** Worked values of the rules that all KPIs obey; those of scores stand in kpi-catalogue.test.ts. */
const groupsOf = (nums: Record<string, [num: number, den: number]>) =>
  new Map(Object.entries(nums).map(([key, [num, den]]) => [key, { num, den, rows: den }]));

describe('concentration', () => {
  it('of shares .60 .25 .10 .05', () => {
    const figures = shares([60, 25, 10, 5]);
    expect(figures.hhi).toBeCloseTo(0.435, 10);
    expect(figures.normalised).toBeCloseTo(0.2467, 4);
    expect(figures.effective).toBeCloseTo(2.2989, 4);
    expect(figures.shannon).toBeCloseTo(1.0331, 4);
    expect(Math.exp(figures.shannon)).toBeCloseTo(2.8098, 4);
    expect(figures.shares[0]).toBe(0.6);
  });

  it('of two equal shares: 5,000 points, of which the normalised form says nothing', () => {
    const measure = concentration({ statistic: 'hhi', dim: 'country' });
    const { value, companions } = measure.finish(groupsOf({ a: [5, 5], b: [5, 5] }), { sources: 1, historyDays: 400 });
    expect(value).toBeCloseTo(5000, 9);
    expect(companions.normalised).toBeCloseTo(0, 9);
    expect(companions.effective).toBeCloseTo(2, 9);
  });
});

it('a silo index of coverages .9 .5 .7 with weights .3 .5 .2 is .34', () => {
  const measure = coverage({ dim: 'pair' });
  const groups = groupsOf({ a: [9, 10], b: [5, 10], c: [7, 10] });
  const weights = { a: 0.3, b: 0.5, c: 0.2 };
  expect(measure.finish(groups, { sources: 3, historyDays: 1, weights }).value).toBeCloseTo(0.34, 10);
});
