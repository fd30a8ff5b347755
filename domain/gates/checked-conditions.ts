import { findKpi } from '@/kpis/catalogue';
import { highest } from '@/kpis/highest';
import { type Condition, conditionKey } from '@/roadmap/gate';
import { stages } from '@/roadmap/stages';
import { Refusal } from '../errors';

const mostConditions = 60;

/**
 * Conditions that a gate can have: on KPIs that are declared, in their unit, or on one that a default asks for and nobody measures yet.
 * Refusals: `gate_empty`, `gate_too_long`, `gate_kpi_unknown`, `gate_companion_unknown`, `gate_twice`, `gate_bound_out_of_range`; the field is the
 * condition's key.
 */
export function checkedConditions(conditions: readonly Condition[]): Condition[] {
  if (!conditions.length) throw new Refusal('gate_empty', 422);
  if (conditions.length > mostConditions) throw new Refusal('gate_too_long', 422, { most: mostConditions });
  const seen = new Set<string>();
  for (const condition of conditions) {
    const key = conditionKey(condition);
    const about = 'kpi' in condition ? condition.kpi : condition.mechanism;
    if (seen.has(key)) throw new Refusal('gate_twice', 422, { value: about }, key);
    seen.add(key);
    check(condition, key);
  }
  return [...conditions];
}

function check(condition: Condition, key: string): void {
  if ('mechanism' in condition) {
    for (const value of [condition.score, condition.coverage]) inRange(value, 0, 100, key);
    return;
  }
  const kpi = findKpi(condition.kpi);
  const known = stages.some(({ gate }) => gate.conditions.some((one) => conditionKey(one) === key));
  // Codes, not slugs: what is stored must mean the same for ever.
  if (!known && kpi?.code !== condition.kpi)
    throw new Refusal('gate_kpi_unknown', 422, { value: condition.kpi.slice(0, 80) }, key);
  if ('aboveLastYear' in condition) return;
  if ('companion' in condition) {
    if (!known) throw new Refusal('gate_companion_unknown', 422, { value: condition.companion.slice(0, 80) }, key);
    // A figure beside the value may be in any unit, and below zero.
    inRange(condition.above, -1e9, 1e9, key);
    return;
  }
  inRange('atLeast' in condition ? condition.atLeast : condition.atMost, 0, kpi ? highest[kpi.unit] : 10_000, key);
}

function inRange(value: number, least: number, most: number, key: string): void {
  if (!(value >= least && value <= most)) throw new Refusal('gate_bound_out_of_range', 422, { least, most }, key);
}
