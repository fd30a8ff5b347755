import type { KpiDeclaration } from '@/kpis/kpi';

/** Whether the value is its numerator ÷ its denominator: rates and shares are, indexes over groups are not. */
export const isDivision = ({ measure, unit }: Pick<KpiDeclaration, 'measure' | 'unit'>): boolean =>
  measure.kind === 'ratio' || measure.kind === 'repeat' || (measure.kind === 'concentration' && unit === 'ratio');
