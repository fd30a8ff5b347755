export interface NiceScale {
  min: number;
  max: number;
  ticks: number[];
}

const tidy = (value: number): number => Number.parseFloat(value.toPrecision(12));

/**
 * An axis of three to six round ticks around the values. `min` and `max`, when given, are the ends that cannot be
 * passed by the axis itself (a share ends at 1), though values always fit in.
 */
export function niceScale(values: number[], min?: number, max?: number): NiceScale {
  const low = Math.min(...values, ...(min === undefined ? [] : [min]));
  const high = Math.max(...values, ...(max === undefined ? [] : [max]));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { min: 0, max: 1, ticks: [0, 1] };
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(tidy(low / step));
  const last = Math.max(first + 1, Math.ceil(tidy(high / step)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  return { min: ticks[0]!, max: ticks[ticks.length - 1]!, ticks };
}
