import { expect, it } from 'vitest';
import { targetLine } from './target-line';

const at = (day: string, value: number | null) => ({ day, value });

it('goes straight from the first value since the start to the target, and stays there', () => {
  const series = [at('2026-01-01', 10), at('2026-01-11', 20), at('2026-01-21', 50), at('2026-02-20', 60)];
  expect(targetLine({ series, startOn: '2026-01-11', dueOn: '2026-01-31', target: 40 })).toEqual([null, 20, 30, 40]);
});

it('is level while there is no value to start from', () => {
  const series = [at('2026-01-11', null), at('2026-01-21', null)];
  expect(targetLine({ series, startOn: '2026-01-01', dueOn: '2026-01-31', target: 40 })).toEqual([40, 40]);
});
