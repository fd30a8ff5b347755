import { defaultConditions } from '@/domain/gates/gate-set';
import { kpis } from '@/kpis/catalogue';
import { type Condition, conditionKey } from '@/roadmap/gate';
import type { Stage } from '@/roadmap/milestone';

/** What a gate could ask for: what the default asks, what is asked now, and of every other KPI its own anchor of pass. Scores come last. */
export function possibleConditions(stage: Stage, now: readonly Condition[]): Condition[] {
  const byKey = new Map([...defaultConditions(stage), ...now].map((one) => [conditionKey(one), one]));
  const named = new Set([...byKey.values()].flatMap((one) => ('kpi' in one ? [one.kpi] : [])));
  const others = kpis
    .filter(({ code }) => !named.has(code))
    .map(
      ({ code, direction, anchors }): Condition =>
        direction === 'higher' ? { kpi: code, atLeast: anchors.pass } : { kpi: code, atMost: anchors.pass },
    );
  const all = [...byKey.values()];
  return [...all.filter((one) => 'kpi' in one), ...others, ...all.filter((one) => 'mechanism' in one)];
}
