import type { Day } from '@/lib/day';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';
import type { RuleRow } from './rule-row';

/** Which version of a rule it is, as the reader may see it. */
export interface RuleVersion {
  /** 0: nobody ever set any; the default holds. */
  version: number;
  /** The day from which it is in force; null for version 0, which always was. */
  startsOn: Day | null;
  setBy: string | null;
  setAt: Date | null;
  reason: string | null;
}

/** The version of a row, version 0 without one. The reason is words about the whole firm: readers with limits get none. */
export const versionFor = (work: Pick<Work, 'limits'>, row?: RuleRow<unknown>): RuleVersion => ({
  version: row?.version ?? 0,
  startsOn: row?.starts_on ?? null,
  setBy: row?.set_by ?? null,
  setAt: row?.set_at ?? null,
  reason: (!isLimited(work) && row?.reason) || null,
});
