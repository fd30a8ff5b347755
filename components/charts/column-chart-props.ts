import type { Hue } from '@/components/brand/hue';
import type { ChartFormat } from './format';

export interface ColumnChartProps {
  caption: string;
  captionHidden?: boolean;
  x: { key: string; label: string }[];
  xHead: string;
  /** Values of zero or more, stacked upon each other. */
  series: { name: string; values: (number | null)[]; hue?: Hue }[];
  format: ChartFormat;
  tableLabel: string;
  none: string;
  height?: 'md' | 'lg';
}
