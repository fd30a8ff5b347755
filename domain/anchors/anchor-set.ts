import type { Anchors, KpiDeclaration } from '@/kpis/kpi';
import type { RuleRow, Topic } from '../rules/rule-row';
import { type RuleVersion, versionFor } from '../rules/rule-version';
import type { Work } from '../work';

/** One version of a KPI's anchors. */
export interface AnchorSet extends RuleVersion {
  /** What the firm set; null where the KPI's own hold. */
  own: Anchors | null;
  /** By which its values are scored: the firm's, or those that the KPI is declared with. */
  anchors: Anchors;
}

export const anchorTopic = ({ code }: Pick<KpiDeclaration, 'code'>): Topic => `anchors/${code}`;

/** Whether a firm may set its own: what a source says is the same for all. */
export const isOpen = ({ basis }: Pick<KpiDeclaration, 'basis'>): boolean => basis !== 'S';

/** A stored version of a KPI's anchors, or version 0 without one, for a reader. */
export function anchorSetFor(work: Pick<Work, 'limits'>, k: KpiDeclaration, row?: RuleRow<Anchors>): AnchorSet {
  // A KPI whose anchors have come from a source since then has no others.
  const own = (isOpen(k) && row?.own) || null;
  return { ...versionFor(work, row), own, anchors: own ?? k.anchors };
}

/** Whether two versions score alike. */
export const scoreAlike = ({ anchors: a }: AnchorSet, { anchors: b }: AnchorSet): boolean =>
  a.floor === b.floor && a.pass === b.pass && a.target === b.target;
