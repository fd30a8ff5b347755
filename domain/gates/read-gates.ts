import type { Day } from '@/lib/day';
import type { Condition } from '@/roadmap/gate';
import type { Stage } from '@/roadmap/milestone';
import { checkDay } from '../measurements/data-day';
import { today } from '../measurements/tenant-today';
import { type VersionPage, versionsOf } from '../rules/find-versions';
import { rulesOn } from '../rules/rules-on';
import type { Work } from '../work';
import { type GateSet, gateSetFor, gateTopic } from './gate-set';

/** What every stage's gate asks for on a day, today without one; in order. Error `not_a_day`. */
export async function readGates(work: Work, input: { at?: Day } = {}): Promise<GateSet[]> {
  work.require('rule.read');
  const day = input.at === undefined ? today(work) : checkDay(input.at, 'at');
  return [...(await rulesOn(work, [day])).get(day)!.gates.values()];
}

/** Every version of a gate that the firm ever set, the newest first, a page at a time. */
export async function listGateSets(
  work: Work,
  input: VersionPage & { stage: Stage },
): Promise<{ data: GateSet[]; next: number | null }> {
  work.require('rule.read');
  const { data, next } = await versionsOf<readonly Condition[]>(work, gateTopic(input.stage), input);
  return { data: data.map((row) => gateSetFor(work, input.stage, row)), next };
}
