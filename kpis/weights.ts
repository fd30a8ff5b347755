import { type Level, levels } from './levels';

/** What each member of each level weighs, by the level's id; the members of a level together 1. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Whether weights are of exactly the members that the level has: one that came or went since makes them no answer any more. */
export function fits(level: Level, weights: Readonly<Record<string, number>> | undefined): boolean {
  return (
    weights !== undefined &&
    Object.keys(weights).length === level.members.length &&
    level.members.every((member) => weights[member] !== undefined)
  );
}

/** Weights of every level: those given where they fit, equal ones elsewhere. */
export const weightsFrom = (given: Weights, of: readonly Level[] = levels): Weights =>
  Object.fromEntries(
    of.map((level) => {
      const { id, members } = level;
      const equal = Object.fromEntries(members.map((member) => [member, 1 / members.length]));
      return [id, fits(level, given[id]) ? given[id]! : equal];
    }),
  );

export const equalWeights: Weights = weightsFrom({});

/** How often a member carries what it would if all weighed the same: 1 with equal weights. */
export function timesEqual(weights: Weights, level: string, member: string): number {
  const all = weights[level]!;
  return all[member]! * Object.keys(all).length;
}
