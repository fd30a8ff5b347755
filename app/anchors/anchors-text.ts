import type { Reader } from '@/app/shell/reader';
import type { Anchors, KpiDeclaration } from '@/kpis/kpi';

/** Floor, pass and target in the KPI's unit, as one text. */
export const anchorsText = ({ f }: Reader, { unit }: Pick<KpiDeclaration, 'unit'>, anchors: Anchors): string =>
  [anchors.floor, anchors.pass, anchors.target].map((value) => f.full(value, unit)).join(' · ');
