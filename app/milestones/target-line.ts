import { type Day, daysBetween } from '@/lib/day';

/** The straight way from the first value since the start to the target on its due date; before the start there is none. */
export function targetLine(milestone: {
  series: readonly { day: Day; value: number | null }[];
  startOn: Day;
  dueOn: Day;
  target: number;
}): (number | null)[] {
  const { series, startOn, dueOn, target } = milestone;
  const first = series.find((point) => point.day >= startOn && point.value !== null);
  const from = first?.value ?? target;
  const whole = daysBetween(startOn, dueOn);
  return series.map(({ day }) => {
    if (day < startOn) return null;
    const share = whole > 0 ? Math.min(1, daysBetween(startOn, day) / whole) : 1;
    return from + (target - from) * share;
  });
}
