import { addDays, type Day, daysBetween } from '@/lib/day';
import { type Forecast, forecastOf } from './forecast';
import { type Direction, meets } from './milestone';
import { type Point, trendOf } from './trend';

export const milestoneStatuses = ['no_data', 'ahead', 'on_track', 'at_risk', 'late', 'reached', 'regressed'] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];

export interface MilestoneFacts {
  /** The KPI's values, oldest first; days after `today` are left out of sight. */
  series: readonly Point[];
  today: Day;
  target: number;
  direction: Direction;
  startOn: Day;
  dueOn: Day;
  /** The stored day on which the target had held long enough; null before that. */
  reachedOn: Day | null;
}

export interface MilestoneStanding {
  status: MilestoneStatus;
  /** The latest value that is not older than `freshDays`. */
  current: number | null;
  forecast: Forecast | null;
}

/** How many days in a row the target must hold to count as reached, and must be missed to count as regressed. */
export const holdDays = 7;
/** An older value says nothing about today. */
const freshDays = 7;

/** Where the straight line from the first known value since the start to the target on the due date is today. */
function planned(facts: MilestoneFacts, current: number): number {
  const first = facts.series.find((p) => p.value !== null && p.day >= facts.startOn && p.day <= facts.today);
  const from = first?.value ?? current;
  const whole = daysBetween(facts.startOn, facts.dueOn);
  const share = whole > 0 ? Math.min(1, Math.max(0, daysBetween(facts.startOn, facts.today) / whole)) : 1;
  return from + (facts.target - from) * share;
}

/** Did the target fail on every one of the last `holdDays` days that have a value? */
function missedForLong(facts: MilestoneFacts): boolean {
  const since = addDays(facts.today, 1 - holdDays);
  const days = facts.series.filter((p) => p.day >= since && p.day <= facts.today && p.value !== null);
  return days.length > 0 && days.every((p) => !meets(p.value as number, facts.target, facts.direction));
}

/**
 * Where a milestone stands. A rule sets it, never a hand; the first that applies:
 * 1. `reached` / `regressed`: it was reached; regressed while every value of the last 7 days misses the target.
 * 2. `no_data`: no value in the last 7 days.
 * 3. `late`: the due date has passed.
 * 4. with a trend (trend.ts): `ahead` when even the slow end of the forecast's range is not after the due date, `on_track`
 *    when the forecast itself is not, else `at_risk`.
 * 5. without a trend yet: `on_track` when today's value is not behind the straight line from the first value to the target,
 *    else `at_risk`.
 */
export function milestoneStanding(facts: MilestoneFacts): MilestoneStanding {
  const seen = facts.series.filter((p) => p.day <= facts.today && p.value !== null);
  const last = seen.at(-1);
  const current = last && daysBetween(last.day, facts.today) <= freshDays ? last.value : null;
  const trend = current === null ? null : trendOf(seen, facts.today);
  const forecast =
    current === null || !trend ? null : forecastOf(current, facts.target, facts.direction, trend, facts.today);
  return { status: statusOf(facts, current, forecast), current, forecast };
}

function statusOf(facts: MilestoneFacts, current: number | null, forecast: Forecast | null): MilestoneStatus {
  if (facts.reachedOn) return missedForLong(facts) ? 'regressed' : 'reached';
  if (current === null) return 'no_data';
  if (facts.today > facts.dueOn) return 'late';
  if (forecast) {
    if (forecast.to !== null && forecast.to <= facts.dueOn) return 'ahead';
    return forecast.on !== null && forecast.on <= facts.dueOn ? 'on_track' : 'at_risk';
  }
  return meets(current, planned(facts, current), facts.direction) ? 'on_track' : 'at_risk';
}
