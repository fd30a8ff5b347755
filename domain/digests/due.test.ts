import { expect, test } from 'vitest';
import { duePeriod, localInstant, presentPeriod } from './due';

test.each([
  ['2026-03-05', 7, 'Asia/Shanghai', '2026-03-04T23:00:00Z'],
  ['2026-03-05', 7, 'America/New_York', '2026-03-05T12:00:00Z'],
  ['2026-07-05', 7, 'America/New_York', '2026-07-05T11:00:00Z'],
  ['2026-03-05', 7, 'Asia/Kathmandu', '2026-03-05T01:15:00Z'],
  // The clocks of Berlin skip 02:00–03:00 on this day, and strike 02:00–03:00 twice on the other.
  ['2026-03-29', 2, 'Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['2026-03-29', 7, 'Europe/Berlin', '2026-03-29T05:00:00Z'],
  ['2026-10-25', 2, 'Europe/Berlin', '2026-10-25T00:00:00Z'],
  ['2026-10-25', 7, 'Europe/Berlin', '2026-10-25T06:00:00Z'],
  ['2026-03-05', 0, 'Pacific/Kiritimati', '2026-03-04T10:00:00Z'],
])('%s %i:00 in %s is %s', (day, hour, zone, instant) => {
  expect(localInstant(day, hour, zone).toISOString().replace('.000', '')).toBe(instant);
});

test('a daily digest is due from its hour until six hours later, in the zone of its reader', () => {
  const due = (at: string, zone = 'Asia/Shanghai', hour = 7) => duePeriod('daily', hour, zone, new Date(at));
  expect(due('2026-03-04T22:59:59Z')).toBeNull();
  expect(due('2026-03-04T23:00:00Z')).toBe('2026-03-05');
  expect(due('2026-03-05T04:59:59Z')).toBe('2026-03-05');
  expect(due('2026-03-05T05:00:00Z')).toBeNull();
  expect(due('2026-03-04T23:00:00Z', 'Europe/Berlin')).toBeNull();
  // Late in the evening the six hours reach into the next date and still mean the day before.
  expect(due('2026-03-05T18:30:00Z', 'Asia/Shanghai', 22)).toBe('2026-03-05');
});

test('on a day with 23 or 25 hours a digest is due once', () => {
  for (const [from, period] of [
    ['2026-03-29T00:00:00Z', '2026-03-29'],
    ['2026-10-25T00:00:00Z', '2026-10-25'],
  ] as const) {
    for (const hour of [1, 2, 3]) {
      const start = Date.parse(from) - 6 * 3_600_000;
      const periods = Array.from({ length: 24 * 60 }, (_, m) =>
        duePeriod('daily', hour, 'Europe/Berlin', new Date(start + m * 60_000)),
      );
      const minutes = periods.filter((p) => p === period).length;
      expect(minutes).toBe(360);
    }
  }
});

test('a weekly digest is due on Mondays of its reader only', () => {
  const due = (at: string, zone: string) => duePeriod('weekly', 7, zone, new Date(at));
  expect(due('2026-03-01T23:30:00Z', 'Asia/Shanghai')).toBe('2026-03-02');
  expect(due('2026-03-01T23:30:00Z', 'Europe/Berlin')).toBeNull();
  expect(due('2026-03-02T06:30:00Z', 'Europe/Berlin')).toBe('2026-03-02');
  expect(due('2026-03-03T06:30:00Z', 'Europe/Berlin')).toBeNull();
});

test('the present period is today, or the Monday of this week', () => {
  const at = new Date('2026-03-04T20:00:00Z');
  expect(presentPeriod('daily', 'Asia/Shanghai', at)).toBe('2026-03-05');
  expect(presentPeriod('daily', 'Europe/Berlin', at)).toBe('2026-03-04');
  expect(presentPeriod('weekly', 'Europe/Berlin', at)).toBe('2026-03-02');
  expect(presentPeriod('weekly', 'Europe/Berlin', new Date('2026-03-08T20:00:00Z'))).toBe('2026-03-02');
  expect(presentPeriod('weekly', 'Europe/Berlin', new Date('2026-03-09T20:00:00Z'))).toBe('2026-03-09');
});
