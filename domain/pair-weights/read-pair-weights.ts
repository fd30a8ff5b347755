import { dataSiloIndex } from '@/kpis/data-driven/data-silo-index';
import type { Day } from '@/lib/day';
import { checkDay } from '../measurements/data-day';
import { kpiNamed } from '../measurements/reading';
import { today } from '../measurements/tenant-today';
import { type VersionPage, versionsOf } from '../rules/find-versions';
import { rulesOn } from '../rules/rules-on';
import type { Work } from '../work';
import { type PairWeightSet, type PairWeights, pairWeightSetFor } from './pair-weight-set';

/** What the join pairs weigh in D01 on a day, today without one. Errors `not_a_day`, `not_found` for readers who do not see D01. */
export async function readPairWeights(work: Work, input: { at?: Day } = {}): Promise<PairWeightSet> {
  work.require('rule.read');
  kpiNamed(work, dataSiloIndex.code);
  const day = input.at === undefined ? today(work) : checkDay(input.at, 'at');
  return (await rulesOn(work, [day])).get(day)!.pairs;
}

/** Every version that the firm ever set, the newest first, a page at a time. Error `not_found` as above. */
export async function listPairWeightSets(
  work: Work,
  page?: VersionPage,
): Promise<{ data: PairWeightSet[]; next: number | null }> {
  work.require('rule.read');
  kpiNamed(work, dataSiloIndex.code);
  const { data, next } = await versionsOf<PairWeights>(work, 'pairs', page);
  return { data: data.map((row) => pairWeightSetFor(work, row)), next };
}
