import type { Condition } from '@/roadmap/gate';
import type { Stage } from '@/roadmap/milestone';
import { stages } from '@/roadmap/stages';
import { isLimited, mechanismsSeen } from '../limits/limited';
import type { RuleRow, Topic } from '../rules/rule-row';
import { type RuleVersion, versionFor } from '../rules/rule-version';
import type { Work } from '../work';

/** One version of what a stage's gate asks for. */
export interface GateSet extends RuleVersion {
  stage: Stage;
  /** What the firm set; null where the default holds. */
  own: readonly Condition[] | null;
  /** What must hold: the firm's conditions, or those that the stage is declared with. */
  conditions: readonly Condition[];
}

/** A version of a gate as it is stored. */
export type GateRow = RuleRow<readonly Condition[]>;

export const gateTopic = (stage: Stage): Topic => `gate/${stage}`;

/** What a stage's gate asks for by default. */
export const defaultConditions = (stage: Stage): readonly Condition[] =>
  stages.find((one) => one.stage === stage)!.gate.conditions;

/** A stored version of a gate, or version 0 without one, for a reader. Readers with limits get what it asks of the mechanisms that they see. */
export function gateSetFor(work: Pick<Work, 'limits'>, stage: Stage, row?: GateRow): GateSet {
  const seen = (all: readonly Condition[]) =>
    isLimited(work) ? all.filter((one) => 'mechanism' in one && mechanismsSeen(work).includes(one.mechanism)) : all;
  const own = row?.own ? seen(row.own) : null;
  return { ...versionFor(work, row), stage, own, conditions: own ?? seen(defaultConditions(stage)) };
}
