import { expect, test } from 'vitest';
import { fieldOfInstant, instantIn } from './instant-in';

const form = (value: string) => {
  const data = new FormData();
  data.set('at', value);
  return data;
};

test.each([
  ['2026-03-01T09:00', 'Asia/Shanghai', '2026-03-01T01:00:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29T00:30', 'Europe/Berlin', '2026-03-28T23:30:00.000Z'],
  ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00.000Z'],
])('%s by the clock of %s', (typed, zone, instant) => {
  const at = instantIn(form(typed), 'at', zone);
  expect(at.toISOString()).toBe(instant);
  expect(fieldOfInstant(at, zone)).toBe(typed);
});

test.each(['', 'tomorrow', '2026-13-01T09:00', '2026-03-01'])('"%s" is none, and is named', (typed) => {
  expect(() => instantIn(form(typed), 'at', 'UTC')).toThrow('instant_invalid');
});
