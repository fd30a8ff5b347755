import type { Judgement, Priorities } from '@/kpis/ahp';
import type { Mechanism } from '@/kpis/kpi';
import { type Level, levels } from '@/kpis/levels';
import { fits, type Weights, weightsFrom } from '@/kpis/weights';
import { isLimited, mechanismsSeen } from '../limits/limited';
import type { RuleRow } from '../rules/rule-row';
import { type RuleVersion, versionFor } from '../rules/rule-version';
import type { Work } from '../work';

/** What the members of one level weigh, and why. */
export interface WeighedLevel {
  /** Its id, see kpis/levels.ts. */
  level: string;
  mechanism: Mechanism | null;
  group: string | null;
  /** judged: by the answers. equal: nobody was asked. outdated: the answers are about other members than there are now, so it is equal. */
  basis: 'judged' | 'equal' | 'outdated';
  /** By member, in the catalogue's order; together 1. */
  weights: Readonly<Record<string, number>>;
  judgements: readonly Judgement[];
  /** The answers' consistency ratio; null without answers that count. */
  ratio: number | null;
}

/** One version of a firm's weights as the reader may see it. At version 0 all weigh the same. */
export interface WeightSet extends RuleVersion {
  levels: WeighedLevel[];
}

/** A level as it is stored. */
export interface StoredLevel extends Priorities {
  judgements: Judgement[];
}

/** A version of the weights as it is stored: levels by id. */
export type WeightSetRow = RuleRow<Record<string, StoredLevel>>;

/** The levels that a reader sees. The index is the whole firm's. */
const levelsSeen = (work: Pick<Work, 'limits'>): readonly Level[] =>
  levels.filter(({ mechanism }) => (mechanism === null ? !isLimited(work) : mechanismsSeen(work).includes(mechanism)));

/** A stored version, or version 0 without one, for a reader. Readers with limits get the levels of the mechanisms that they see. */
export function weightSetFor(work: Pick<Work, 'limits'>, row?: WeightSetRow): WeightSet {
  return {
    ...versionFor(work, row),
    levels: levelsSeen(work).map((level) => weighedLevel(level, row?.own?.[level.id])),
  };
}

function weighedLevel(level: Level, stored?: StoredLevel): WeighedLevel {
  const judged = fits(level, stored?.weights);
  const weights = weightsFrom(stored ? { [level.id]: stored.weights } : {}, [level])[level.id]!;
  return {
    level: level.id,
    mechanism: level.mechanism,
    group: level.group,
    basis: judged ? 'judged' : stored ? 'outdated' : 'equal',
    weights: Object.fromEntries(level.members.map((member) => [member, weights[member]!])),
    judgements: judged ? stored!.judgements : [],
    ratio: judged ? stored!.ratio : null,
  };
}

/** The weights by which a version makes scores; equal ones on the levels that the reader does not see. */
export const weightsOf = (set: WeightSet): Weights =>
  weightsFrom(Object.fromEntries(set.levels.map(({ level, weights }) => [level, weights])));

/** What a member of a level weighs; null where the reader does not see the level. */
export const weightAt = (set: WeightSet, level: string, member: string): number | null =>
  set.levels.find((one) => one.level === level)?.weights[member] ?? null;

/** Whether two versions weigh alike what the reader sees. */
export const weighAlike = (a: WeightSet, b: WeightSet): boolean =>
  a.levels.every(({ weights }, i) =>
    Object.entries(weights).every(([member, weight]) => b.levels[i]!.weights[member] === weight),
  );
