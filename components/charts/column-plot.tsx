'use client';
import { BarChart } from '@tremor/react';
import { useCallback, useMemo } from 'react';
import type { Hue } from '@/components/brand/hue';
import { type ChartFormat, formatter } from './format';
import { IndexTooltip, TooltipContext } from './index-tooltip';
import type { NiceScale } from './nice-scale';
import { tremorColour } from './tremor-colour';

export interface ColumnPlotProps {
  points: string[];
  series: { name: string; values: (number | null)[] }[];
  hues: Hue[];
  scale: NiceScale;
  format: ChartFormat;
}

/** The columns by Tremor, without axes, grid and legend: those the server has drawn. Its plot begins 5 px below its box. */
export function ColumnPlot({ points, series, hues, scale, format }: ColumnPlotProps) {
  const data = useMemo(
    () =>
      points.map((_, at) => ({
        at,
        ...Object.fromEntries(series.map((one, index) => [`s${index}`, one.values[at] ?? 0])),
      })),
    [points, series],
  );
  const tell = useCallback(
    (at: number) => {
      const write = formatter(format);
      const rows = series.flatMap((one, index) => {
        const value = one.values[at];
        return value === null || value === undefined
          ? []
          : { name: one.name, text: write(value), hue: hues[index] ?? 'brand' };
      });
      return { title: points[at] ?? '', rows: rows.reverse() };
    },
    [points, series, hues, format],
  );
  return (
    <TooltipContext value={tell}>
      <BarChart
        className="absolute -top-[5px] bottom-0 left-0 h-auto"
        data={data}
        index="at"
        categories={series.map((_, index) => `s${index}`)}
        colors={hues.map((hue) => tremorColour[hue])}
        stack
        minValue={0}
        maxValue={scale.max}
        showXAxis={false}
        showYAxis={false}
        showGridLines={false}
        showLegend={false}
        padding={{ left: 0, right: 0 }}
        customTooltip={IndexTooltip}
      />
    </TooltipContext>
  );
}
