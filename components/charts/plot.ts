import { formatter } from './format';
import type { LineChartProps } from './line-chart-props';
import { type NiceScale, niceScale } from './nice-scale';

export interface PlotLine {
  name: string;
  kind: 'series' | 'target' | 'anchor';
  /** Where among its kind. */
  index: number;
  values: (number | null)[];
}

/** Series, target and anchors as lines of one length, in drawing order. */
export function plotLines({
  x,
  series,
  target,
  anchors = [],
}: Pick<LineChartProps, 'x' | 'series' | 'target' | 'anchors'>): PlotLine[] {
  const level = (value: number): number[] => x.map(() => value);
  return [
    ...anchors.map((anchor, index) => ({
      name: anchor.name,
      kind: 'anchor' as const,
      index,
      values: level(anchor.value),
    })),
    ...(target
      ? [
          {
            name: target.name,
            kind: 'target' as const,
            index: 0,
            values: typeof target.value === 'number' ? level(target.value) : target.value,
          },
        ]
      : []),
    ...series.map((one, index) => ({ name: one.name, kind: 'series' as const, index, values: one.values })),
  ];
}

/** In the order of reading: the series first, then what they are held against. */
export function readingOrder(lines: PlotLine[]): PlotLine[] {
  const of = (kind: PlotLine['kind']) => lines.filter((line) => line.kind === kind);
  return [...of('series'), ...of('target'), ...of('anchor')];
}

/** The axis that holds all lines. */
export function plotScale(lines: PlotLine[], min?: number, max?: number): NiceScale {
  return niceScale(
    lines.flatMap((line) => line.values).filter((value) => value !== null),
    min,
    max,
  );
}

/** The width of the value axis in `ch`: the longest tick, a Chinese sign counting double. */
export function axisWidth(ticks: number[], format: LineChartProps['format']): number {
  const write = formatter(format);
  const width = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
  return Math.max(...ticks.map((tick) => width(write(tick)))) + 1;
}

/** At most `most` evenly spread positions of `count`, the last one always among them. */
export function spread(count: number, most: number): number[] {
  if (count <= 0) return [];
  const step = Math.max(1, Math.ceil((count - 1) / Math.max(1, most - 1)));
  const positions: number[] = [];
  for (let at = count - 1; at >= 0; at -= step) positions.unshift(at);
  return positions;
}

/** Every other of some positions, the last one always among them: what a phone has room for. */
export const everyOther = (positions: readonly number[]): number[] =>
  positions.filter((_, place) => (positions.length - 1 - place) % 2 === 0);
