import type { Hue } from '@/components/brand/hue';
import type { ChartFormat } from './format';

export interface LineChartProps {
  /** What the chart shows; its caption and its name. */
  caption: string;
  captionHidden?: boolean;
  /** The points in time, oldest first. `key` is unique; `label` is what stands under the axis. */
  x: { key: string; label: string }[];
  /** The table's head over the points ("Day"). */
  xHead: string;
  series: { name: string; values: (number | null)[]; hue?: Hue }[];
  target?: { name: string; value: number | (number | null)[] };
  anchors?: { name: string; value: number }[];
  /** Dated notes over the chart, by the `key` of their point. */
  notes?: { at: string; text: string /** Its own date, where the point it lies at is another. */; label?: string }[];
  /** The stretch that may still change: from this point on. */
  provisional?: { from: string; label: string };
  format: ChartFormat;
  /** What opens the table ("Show as a table"). */
  tableLabel: string;
  /** What a cell without a value says ("no data"). */
  none: string;
  min?: number;
  max?: number;
  height?: 'md' | 'lg';
}
