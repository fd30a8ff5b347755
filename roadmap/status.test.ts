import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/day';
import { type MilestoneFacts, milestoneStanding } from './status';

const today = '2026-06-30';
/** A value a day, ending today, `step` apart; `from` is the first of `days`. */
const line = (days: number, last: number, step: number) =>
  Array.from({ length: days }, (_, i) => ({ day: addDays(today, i - days + 1), value: last - step * (days - 1 - i) }));
const facts = (given: Partial<MilestoneFacts>): MilestoneFacts => ({
  series: line(90, 60, 0.1),
  today,
  target: 70,
  direction: 'higher',
  startOn: '2026-01-01',
  dueOn: '2026-12-31',
  reachedOn: null,
  ...given,
});

describe('milestone status', () => {
  it('forecasts the day on which the line meets the target: (70 − 60) ÷ 0.1 = 100 days', () => {
    const standing = milestoneStanding(facts({}));
    expect(standing.current).toBe(60);
    expect(standing.forecast?.on).toBe(addDays(today, 100));
    expect(standing.status).toBe('ahead');
  });

  it('works the same downwards', () => {
    const series = line(90, 0.62, -0.001);
    const standing = milestoneStanding(facts({ series, target: 0.5, direction: 'lower' }));
    expect(standing.forecast?.on).toBe(addDays(today, 120));
  });

  it('is on track when the forecast is in time and its slow end is not', () => {
    const series = line(90, 60, 0.1).map((p, i) => ({
      ...p,
      value: p.value + [0, 2, -2, 1, -1][Math.floor(i / 7) % 5]!,
    }));
    const { forecast } = milestoneStanding(facts({ series }));
    expect(forecast?.to === null || forecast!.to! > forecast!.on!).toBe(true);
    expect(milestoneStanding(facts({ series, dueOn: forecast!.on! })).status).toBe('on_track');
    expect(milestoneStanding(facts({ series, dueOn: addDays(forecast!.on!, -1) })).status).toBe('at_risk');
  });

  it('is at risk when the trend leads away: never', () => {
    const standing = milestoneStanding(facts({ series: line(90, 60, -0.1) }));
    expect(standing).toMatchObject({ status: 'at_risk', forecast: { on: null, from: null, to: null } });
  });

  it('says never when a straight line would need more than three years', () => {
    expect(milestoneStanding(facts({ series: line(90, 60, 0.001) })).forecast?.on).toBeNull();
  });

  it('is late once the due date has passed, not on it', () => {
    expect(milestoneStanding(facts({ dueOn: today })).status).toBe('at_risk');
    expect(milestoneStanding(facts({ dueOn: addDays(today, -1) })).status).toBe('late');
  });

  it('has no data without a value in the last seven days', () => {
    const stale = line(90, 60, 0.1).map((p) => ({ ...p, day: addDays(p.day, -8) }));
    expect(milestoneStanding(facts({ series: stale }))).toEqual({ status: 'no_data', current: null, forecast: null });
    expect(milestoneStanding(facts({ series: [{ day: today, value: null }] })).status).toBe('no_data');
  });

  it('is reached only when measurement said so, and regressed when it misses for seven days', () => {
    expect(milestoneStanding(facts({ series: line(90, 75, 0) })).status).toBe('ahead');
    expect(milestoneStanding(facts({ series: line(90, 75, 0), reachedOn: '2026-03-01' })).status).toBe('reached');
    expect(milestoneStanding(facts({ reachedOn: '2026-03-01' })).status).toBe('regressed');
    const oneGoodDay = line(90, 60, 0).map((p, i) => (i === 85 ? { ...p, value: 71 } : p));
    expect(milestoneStanding(facts({ series: oneGoodDay, reachedOn: '2026-03-01' })).status).toBe('reached');
  });

  it('stays reached when the feed falls silent', () => {
    expect(milestoneStanding(facts({ series: [], reachedOn: '2026-03-01' })).status).toBe('reached');
  });

  it('compares with the straight plan while there is no trend', () => {
    // planned: 50 on day 0, 70 on day 100; today is day 10 → 52
    const plan = { startOn: addDays(today, -10), dueOn: addDays(today, 90) };
    const at = (value: number) => [
      { day: addDays(today, -10), value: 50 },
      { day: today, value },
    ];
    expect(milestoneStanding(facts({ ...plan, series: at(52) })).status).toBe('on_track');
    expect(milestoneStanding(facts({ ...plan, series: at(51.9) })).status).toBe('at_risk');
    expect(milestoneStanding(facts({ ...plan, series: at(52) })).forecast).toBeNull();
  });

  it('does not look ahead of today', () => {
    const series = [...line(90, 60, 0.1), { day: addDays(today, 1), value: 99 }];
    expect(milestoneStanding(facts({ series })).current).toBe(60);
  });
});
