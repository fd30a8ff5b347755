'use client';
import type { CustomTooltipProps } from '@tremor/react';
import { createContext, useContext } from 'react';
import type { TooltipRow } from './plot-tooltip';
import { PlotTooltip } from './plot-tooltip';

/** What a plot tells its tooltip: the words for the point at an index. */
export const TooltipContext = createContext<
  (at: number) => { title: string; rows: TooltipRow[]; notes?: string[] } | null
>(() => null);

/** The tooltip that Tremor is given; its `label` is the index of the point. */
export function IndexTooltip({ active, label }: CustomTooltipProps) {
  const tell = useContext(TooltipContext);
  const told = active && label !== undefined ? tell(Number(label)) : null;
  return told && <PlotTooltip {...told} />;
}
