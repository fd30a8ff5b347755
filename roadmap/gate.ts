import type { Title } from '@/records/record';
import type { Mechanism, Stage } from './milestone';

/** One thing that must hold to pass a gate. Thresholds are in the KPI's own unit; scores are 0–100, coverage in percent. */
export type Condition =
  | { kpi: string; atLeast: number }
  | { kpi: string; atMost: number }
  | { kpi: string; aboveLastYear: true }
  | { kpi: string; companion: string; above: number }
  | { mechanism: Mechanism; score: number; coverage: number };

/** What a condition is about, whatever its bound: a gate has one of each, and a form a field. */
export function conditionKey(condition: Condition): string {
  if ('mechanism' in condition) return `${condition.mechanism}:score`;
  if ('companion' in condition) return `${condition.kpi}:above:${condition.companion}`;
  const bound = 'atLeast' in condition ? 'atLeast' : 'atMost' in condition ? 'atMost' : 'aboveLastYear';
  return `${condition.kpi}:${bound}`;
}

export interface GateDeclaration {
  stage: Stage;
  title: Title;
  conditions: readonly Condition[];
}

export interface KpiFact {
  value: number | null;
  /** The last value of one that has none since its feeds fell silent. */
  lapsed?: number | null;
  lastYear?: number | null;
  /** Figures beside the headline, by name. */
  companions?: Readonly<Record<string, number | null>>;
}

/** What was measured for a gate's decision at one moment, by KPI code and mechanism. */
export interface GateFacts {
  kpis: Readonly<Record<string, KpiFact | undefined>>;
  mechanisms: Readonly<Partial<Record<Mechanism, { score: number | null; coverage: number | null }>>>;
}

/** `not_measured`: the KPI has no declaration yet, so nobody can say. `no_data`: it is declared and has no value. */
export type ConditionState = 'met' | 'unmet' | 'no_data' | 'not_measured';
export interface CheckedCondition {
  condition: Condition;
  state: ConditionState;
  value: number | null;
}

export interface GateCheck {
  conditions: CheckedCondition[];
  met: number;
  /** Conditions that can be decided at all. */
  measured: number;
  total: number;
}

/** The number that a condition judges and the bound it is held against; null where either is unknown. */
function judged(condition: Exclude<Condition, { mechanism: Mechanism }>, fact: KpiFact | undefined) {
  const value = fact?.value ?? null;
  if ('atLeast' in condition) return { value, met: value === null ? null : value >= condition.atLeast };
  if ('atMost' in condition) return { value, met: value === null ? null : value <= condition.atMost };
  if ('companion' in condition) {
    const companion = fact?.companions?.[condition.companion] ?? null;
    return { value: companion, met: companion === null ? null : companion > condition.above };
  }
  const lastYear = fact?.lastYear ?? null;
  return { value, met: value === null || lastYear === null ? null : value > lastYear };
}

function check(condition: Condition, facts: GateFacts, declared: ReadonlySet<string>): CheckedCondition {
  if ('mechanism' in condition) {
    const found = facts.mechanisms[condition.mechanism];
    const score = found?.score ?? null;
    if (score === null) return { condition, state: 'no_data', value: null };
    const enough = score >= condition.score && (found?.coverage ?? 0) >= condition.coverage;
    return { condition, state: enough ? 'met' : 'unmet', value: score };
  }
  if (!declared.has(condition.kpi)) return { condition, state: 'not_measured', value: null };
  const { value, met } = judged(condition, facts.kpis[condition.kpi]);
  return { condition, state: met === null ? 'no_data' : met ? 'met' : 'unmet', value };
}

/** Decides each condition of a gate. `declared`: codes of the KPIs that exist; the others are never passed silently. */
export function checkGate(
  gate: Pick<GateDeclaration, 'conditions'>,
  facts: GateFacts,
  declared: ReadonlySet<string>,
): GateCheck {
  const conditions = gate.conditions.map((c) => check(c, facts, declared));
  const count = (state: ConditionState) => conditions.filter((c) => c.state === state).length;
  return {
    conditions,
    met: count('met'),
    measured: conditions.length - count('not_measured'),
    total: conditions.length,
  };
}

/** A gate at the end of a calendar month, by what was asked in that month; `final` once every measurement in it is closed. */
export interface GateMonth extends GateCheck {
  final: boolean;
}

/**
 * `passed`: met in two consecutive final months. `passed_as_measured`: the same, but some conditions are not measured yet, so
 * it is said with them. `regressed`: passed before, and unmet in two consecutive final months. `open`: not passed.
 */
export type GateState = 'open' | 'passed' | 'passed_as_measured' | 'regressed';

/** The months in a row that decide. */
const decidingMonths = 2;

/** Walks the final months in order (oldest first) and says where the gate stands after the last. A month without data decides nothing. */
export function gateState(months: readonly GateMonth[]): GateState {
  let state: GateState = 'open';
  let metInRow = 0;
  let unmetInRow = 0;
  for (const checked of months.filter((m) => m.final)) {
    const unmet = checked.conditions.some((c) => c.state === 'unmet');
    const met = checked.measured > 0 && checked.met === checked.measured;
    metInRow = met ? metInRow + 1 : 0;
    unmetInRow = unmet ? unmetInRow + 1 : 0;
    if (metInRow >= decidingMonths) state = checked.measured === checked.total ? 'passed' : 'passed_as_measured';
    else if (unmetInRow >= decidingMonths && state !== 'open') state = 'regressed';
  }
  return state;
}
