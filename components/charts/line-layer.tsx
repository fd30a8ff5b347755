'use client';
import type { ReactNode } from 'react';
import type { LinePlotProps } from './line-plot';
import { useLate } from './use-late';

/** The plot's place: first what the server drew (`children`), then the chart itself, at the same spot. */
export function LineLayer({ children, ...plot }: LinePlotProps & { children: ReactNode }) {
  const {
    place,
    Part: Plot,
    drawn,
  } = useLate<LinePlotProps>(() => import('./line-plot').then((file) => file.LinePlot));
  return (
    <div ref={place} className="absolute inset-0">
      {!drawn && children}
      {Plot && <Plot {...plot} />}
    </div>
  );
}
