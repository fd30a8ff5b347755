import type { Anchors } from '@/kpis/kpi';
import { kpiNamed } from '../measurements/reading';
import { addVersion } from '../rules/add-version';
import type { RuleRow } from '../rules/rule-row';
import type { Work } from '../work';
import { type AnchorSet, anchorSetFor, anchorTopic } from './anchor-set';
import { checkedAnchors } from './checked-anchors';

export interface NewAnchors {
  /** Code or slug. */
  kpi: string;
  /** In the KPI's unit; null: the declared ones again. */
  anchors: Anchors | null;
  reason?: string | null;
  /** The newest version that the person saw, 0 for none. */
  after?: number;
}

/**
 * Sets a firm's own anchors of a KPI, by which its values score from today on. A version is never changed, see `addVersion`.
 * Refusals: those of `checkedAnchors`, `not_found`, `text_too_long`, `anchors_changed` when another version came in between.
 */
export async function setAnchors(work: Work, input: NewAnchors): Promise<AnchorSet> {
  work.require('rule.manage');
  const k = kpiNamed(work, input.kpi);
  const { row, latest } = await addVersion<Anchors>(work, {
    topic: anchorTopic(k),
    own: input.anchors && checkedAnchors(k, input.anchors),
    reason: input.reason,
    after: input.after,
    overtaken: 'anchors_changed',
  });
  await work.audit(
    'anchors.set',
    { kpi: k.code, version: row.version },
    { before: latest && told(latest), after: told(row) },
  );
  return anchorSetFor(work, k, row);
}

/** A version as the log tells it. */
const told = ({ starts_on: startsOn, own, reason }: RuleRow<Anchors>) => ({ startsOn, reason, anchors: own });
