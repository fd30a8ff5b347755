import { highest } from '@/kpis/highest';
import type { KpiDeclaration } from '@/kpis/kpi';
import { isDay } from '@/lib/day';
import { Refusal } from '../errors';
import { findKpiSeen } from '../limits/limited';
import type { Work } from '../work';

/** The declared KPI of a code or slug, if the reader sees its mechanism. Error `kpi_unknown`. */
export function requireKpi(work: Pick<Work, 'limits'>, name: string): KpiDeclaration {
  const kpi = findKpiSeen(work, name);
  if (!kpi) throw new Refusal('kpi_unknown', 422, { kpi: name }, 'kpi');
  return kpi;
}

/** Error `milestone_target_out_of_range` for a target that the KPI's unit cannot take. */
export function requireTarget(kpi: KpiDeclaration, target: number): void {
  const max = highest[kpi.unit];
  if (!Number.isFinite(target) || target < 0 || target > max)
    throw new Refusal('milestone_target_out_of_range', 422, { kpi: kpi.code, min: 0, max }, 'target');
}

/** Errors `day_invalid`, `milestone_due_before_start`. */
export function requireDates(startOn: string, dueOn: string): void {
  for (const [field, day] of [
    ['startOn', startOn],
    ['dueOn', dueOn],
  ] as const)
    if (!isDay(day)) throw new Refusal('day_invalid', 422, { value: day }, field);
  if (dueOn <= startOn) throw new Refusal('milestone_due_before_start', 422, { startOn, dueOn }, 'dueOn');
}
