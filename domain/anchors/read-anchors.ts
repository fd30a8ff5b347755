import type { Anchors } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import { kpisSeen } from '../limits/limited';
import { checkDay } from '../measurements/data-day';
import { kpiNamed } from '../measurements/reading';
import { today } from '../measurements/tenant-today';
import { type VersionPage, versionsOf } from '../rules/find-versions';
import { rulesOn } from '../rules/rules-on';
import type { Work } from '../work';
import { type AnchorSet, anchorSetFor, anchorTopic } from './anchor-set';

/** The anchors of a KPI in force on a day, today without one. Errors `not_a_day`, `not_found`. */
export async function readAnchors(work: Work, input: { kpi: string; at?: Day }): Promise<AnchorSet> {
  work.require('rule.read');
  const k = kpiNamed(work, input.kpi);
  const day = input.at === undefined ? today(work) : checkDay(input.at, 'at');
  return (await rulesOn(work, [day])).get(day)!.anchors.get(k.code)!;
}

/** The anchors of every KPI in force today, by its code. */
export async function listAnchors(work: Work): Promise<{ kpi: string; set: AnchorSet }[]> {
  work.require('rule.read');
  const day = today(work);
  const { anchors } = (await rulesOn(work, [day])).get(day)!;
  return kpisSeen(work).map(({ code }) => ({ kpi: code, set: anchors.get(code)! }));
}

/** Every version of a KPI's anchors that the firm ever set, the newest first, a page at a time. Error `not_found`. */
export async function listAnchorSets(
  work: Work,
  input: VersionPage & { kpi: string },
): Promise<{ data: AnchorSet[]; next: number | null }> {
  work.require('rule.read');
  const k = kpiNamed(work, input.kpi);
  const { data, next } = await versionsOf<Anchors>(work, anchorTopic(k), input);
  return { data: data.map((row) => anchorSetFor(work, k, row)), next };
}
