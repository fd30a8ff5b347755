'use client';
import type { ReactNode } from 'react';
import type { ColumnPlotProps } from './column-plot';
import { useLate } from './use-late';

/** The columns' place: first what the server drew (`children`), then the chart itself, at the same spot. */
export function ColumnLayer({ children, ...plot }: ColumnPlotProps & { children: ReactNode }) {
  const {
    place,
    Part: Plot,
    drawn,
  } = useLate<ColumnPlotProps>(() => import('./column-plot').then((file) => file.ColumnPlot));
  return (
    <div ref={place} className="absolute inset-0">
      {!drawn && children}
      {Plot && <Plot {...plot} />}
    </div>
  );
}
