import type { Day } from '@/lib/day';
import { checkDay } from '../measurements/data-day';
import { today } from '../measurements/tenant-today';
import { type VersionPage, versionOf, versionsOf } from '../rules/find-versions';
import { rulesOn } from '../rules/rules-on';
import type { Work } from '../work';
import { type StoredLevel, type WeightSet, weightSetFor } from './weight-set';

/** The weights in force on a day, today without one. Error `not_a_day`. */
export async function readWeights(work: Work, { at }: { at?: Day } = {}): Promise<WeightSet> {
  work.require('rule.read');
  const day = at === undefined ? today(work) : checkDay(at, 'at');
  return (await rulesOn(work, [day])).get(day)!.weights;
}

/** One version of the firm's weights, in force or not. Error `not_found`. */
export async function readWeightSet(work: Work, version: number): Promise<WeightSet> {
  work.require('rule.read');
  return weightSetFor(work, await versionOf<Record<string, StoredLevel>>(work, 'weights', version));
}

/** Every version that there ever was, the newest first, a page at a time. */
export async function listWeightSets(
  work: Work,
  page?: VersionPage,
): Promise<{ data: WeightSet[]; next: number | null }> {
  work.require('rule.read');
  const { data, next } = await versionsOf<Record<string, StoredLevel>>(work, 'weights', page);
  return { data: data.map((row) => weightSetFor(work, row)), next };
}
