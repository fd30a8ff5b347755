'use client';
import { LineChart } from '@tremor/react';
import { useCallback, useMemo } from 'react';
import type { Hue } from '@/components/brand/hue';
import { type ChartFormat, formatter } from './format';
import { IndexTooltip, TooltipContext } from './index-tooltip';
import type { NiceScale } from './nice-scale';
import { type PlotLine, readingOrder } from './plot';
import { anchorColour, targetColour, tremorColour } from './tremor-colour';

export interface LinePlotProps {
  points: string[];
  lines: PlotLine[];
  hues: Hue[];
  scale: NiceScale;
  format: ChartFormat;
  notes: { at: number; text: string }[];
}

/** The lines by Tremor, without axes, grid and legend: those the server has drawn. Its plot begins 5 px below its box. */
export function LinePlot({ points, lines, hues, scale, format, notes }: LinePlotProps) {
  const data = useMemo(
    () =>
      points.map((_, at) => ({
        at,
        ...Object.fromEntries(lines.map((line, index) => [`l${index}`, line.values[at] ?? null])),
      })),
    [points, lines],
  );
  const colours = lines.map((line) => {
    if (line.kind === 'target') return targetColour;
    return line.kind === 'anchor' ? anchorColour : tremorColour[hues[line.index] ?? 'brand'];
  });
  const tell = useCallback(
    (at: number) => {
      const write = formatter(format);
      const rows = readingOrder(lines).flatMap((line) => {
        if (line.kind === 'anchor') return [];
        const value = line.values[at];
        if (value === null || value === undefined) return [];
        return {
          name: line.name,
          text: write(value),
          hue: line.kind === 'series' ? (hues[line.index] ?? 'brand') : ('muted' as const),
        };
      });
      return {
        title: points[at] ?? '',
        rows,
        notes: notes.filter((note) => note.at === at).map((note) => note.text),
      };
    },
    [points, lines, hues, format, notes],
  );
  return (
    <TooltipContext value={tell}>
      <LineChart
        className="absolute -top-[5px] bottom-0 left-0 h-auto"
        data={data}
        index="at"
        categories={lines.map((_, index) => `l${index}`)}
        colors={colours}
        minValue={scale.min}
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
