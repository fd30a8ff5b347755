import type { ChartFormat } from '@/components/charts/format';
import type { Unit } from '@/kpis/kpi';

/** How a chart writes values of a unit. */
export function chartFormat(locale: string, unit: Unit): ChartFormat {
  const digits = unit === '%' ? 1 : unit === 'ratio' ? 2 : 0;
  return { locale, options: { maximumFractionDigits: digits }, suffix: unit === '%' ? '%' : '' };
}
