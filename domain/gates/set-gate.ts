import type { Condition } from '@/roadmap/gate';
import type { Stage } from '@/roadmap/milestone';
import { stages } from '@/roadmap/stages';
import { notFound } from '../errors';
import { addVersion } from '../rules/add-version';

import type { Work } from '../work';
import { checkedConditions } from './checked-conditions';
import { type GateRow, type GateSet, gateSetFor, gateTopic } from './gate-set';

export interface NewGate {
  stage: Stage;
  /** All of them, as far as they are asked; null: those of the default again. */
  conditions: readonly Condition[] | null;
  reason?: string | null;
  /** The newest version that the person saw, 0 for none. */
  after?: number;
}

/**
 * Sets what a stage's gate asks of this firm from today on. Months before keep what was asked in them. A version is never changed, see
 * `addVersion`. Refusals: those of `checkedConditions`, `text_too_long`, `gate_changed` when another version came in between.
 */
export async function setGate(work: Work, input: NewGate): Promise<GateSet> {
  work.require('rule.manage');
  if (!stages.some(({ stage }) => stage === input.stage)) throw notFound('stage');
  const { row, latest } = await addVersion<readonly Condition[]>(work, {
    topic: gateTopic(input.stage),
    own: input.conditions && checkedConditions(input.conditions),
    reason: input.reason,
    after: input.after,
    overtaken: 'gate_changed',
  });
  await work.audit(
    'gate.set',
    { stage: input.stage, version: row.version },
    { before: latest && told(latest), after: told(row) },
  );
  return gateSetFor(work, input.stage, row);
}

/** A version as the log tells it. */
const told = ({ starts_on: startsOn, own, reason }: GateRow) => ({
  startsOn,
  reason,
  conditions: own,
});
