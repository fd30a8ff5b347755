import type { Anchors } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import type { Stage } from '@/roadmap/milestone';
import { stages } from '@/roadmap/stages';
import { type AnchorSet, anchorSetFor, anchorTopic } from '../anchors/anchor-set';
import { type GateRow, type GateSet, gateSetFor, gateTopic } from '../gates/gate-set';
import { kpisSeen } from '../limits/limited';
import { type PairWeightRow, type PairWeightSet, pairWeightSetFor } from '../pair-weights/pair-weight-set';
import { type StoredLevel, type WeightSet, weightSetFor } from '../weights/weight-set';
import type { Work } from '../work';
import { type RuleRow, ruleColumns, type Topic } from './rule-row';

/** By what the values of a day are judged: what the firm set, and the defaults where it set nothing. */
export interface Rules {
  weights: WeightSet;
  /** By the KPI's code. */
  anchors: ReadonlyMap<string, AnchorSet>;
  /** By stage, in their order. */
  gates: ReadonlyMap<Stage, GateSet>;
  pairs: PairWeightSet;
}

type Found = RuleRow<unknown> & { days: Day[] };

/**
 * The rules that were in force on each of these days: of the versions that start on it or before, the last. One query, whose cost
 * does not grow with the number of versions, as later ones are passed by their key.
 */
export async function rulesOn(work: Work, days: readonly Day[]): Promise<Map<Day, Rules>> {
  work.require('rule.read');
  const asked = [...new Set(days)];
  const seen = kpisSeen(work);
  const topics: Topic[] = [
    'weights',
    'pairs',
    ...seen.map(anchorTopic),
    ...stages.map(({ stage }) => gateTopic(stage)),
  ];
  const rows = await work.query<Found>(
    `select ${ruleColumns}, d.days from (
       select t.topic, v.version, array_agg(d.day::text) as days
       from unnest($3::text[]) as t(topic) cross join unnest($2::date[]) as d(day)
       cross join lateral (select x.version from app.rules x where x.tenant_id = $1 and x.topic = t.topic and x.starts_on <= d.day
                           order by x.version desc limit 1) v
       where exists (select from app.rules y where y.tenant_id = $1 and y.topic = t.topic)
       group by t.topic, v.version) d
     join app.rules r on r.tenant_id = $1 and r.topic = d.topic and r.version = d.version`,
    [work.tenant.id, asked, topics],
  );
  const weights = weightSetFor(work);
  const anchors = new Map(seen.map((k) => [k.code, anchorSetFor(work, k)]));
  const gates = new Map(stages.map(({ stage }) => [stage, gateSetFor(work, stage)]));
  const pairs = pairWeightSetFor(work);
  const rules = new Map<Day, Rules>(asked.map((day) => [day, { weights, anchors, gates, pairs }]));
  const put = (on: readonly Day[], change: (of: Rules) => Partial<Rules>) => {
    for (const day of on) rules.set(day, { ...rules.get(day)!, ...change(rules.get(day)!) });
  };
  for (const row of rows) {
    const k = seen.find((one) => anchorTopic(one) === row.topic);
    const gate = stages.find((one) => gateTopic(one.stage) === row.topic);
    if (k) {
      const set = anchorSetFor(work, k, row as RuleRow<Anchors>);
      put(row.days, (of) => ({ anchors: new Map(of.anchors).set(k.code, set) }));
    } else if (gate) {
      const set = gateSetFor(work, gate.stage, row as GateRow);
      put(row.days, (of) => ({ gates: new Map(of.gates).set(gate.stage, set) }));
    } else if (row.topic === 'pairs') {
      const set = pairWeightSetFor(work, row as PairWeightRow);
      put(row.days, () => ({ pairs: set }));
    } else {
      const set = weightSetFor(work, row as RuleRow<Record<string, StoredLevel>>);
      put(row.days, () => ({ weights: set }));
    }
  }
  return rules;
}
