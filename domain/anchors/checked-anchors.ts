import { highest } from '@/kpis/highest';
import type { Anchors, KpiDeclaration } from '@/kpis/kpi';
import { Refusal } from '../errors';
import { isOpen } from './anchor-set';

/**
 * Anchors that a KPI can be scored by. Refusals: `anchors_of_source`, `anchors_out_of_range`, `anchors_order_higher`,
 * `anchors_order_lower`; a field is that anchor which does not fit.
 */
export function checkedAnchors(k: KpiDeclaration, { floor, pass, target }: Anchors): Anchors {
  if (!isOpen(k)) throw new Refusal('anchors_of_source', 422, {}, undefined, { kpi: k.title });
  const most = highest[k.unit];
  for (const [field, value] of Object.entries({ floor, pass, target }))
    if (!(value >= 0 && value <= most)) throw new Refusal('anchors_out_of_range', 422, { most }, field);
  const sign = k.direction === 'higher' ? 1 : -1;
  for (const [field, less, more] of [
    ['pass', floor, pass],
    ['target', pass, target],
  ] as const)
    if (sign * (more - less) <= 0)
      throw new Refusal(`anchors_order_${k.direction}`, 422, { floor, pass, target }, field);
  return { floor, pass, target };
}
