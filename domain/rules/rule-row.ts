import type { Day } from '@/lib/day';
import type { Stage } from '@/roadmap/milestone';

/** What a firm can set in place of a default. Each has versions of its own. `anchors/<code of a KPI>`, `gate/<stage>`. */
export type Topic = 'weights' | 'pairs' | `anchors/${string}` | `gate/${Stage}`;

/** A version as it is stored; see db/schema/app.ts. */
export interface RuleRow<T> {
  topic: Topic;
  version: number;
  starts_on: Day;
  own: T | null;
  reason: string | null;
  set_by: string;
  set_at: Date;
}

export const ruleColumns = 'r.topic, r.version, r.starts_on, r.own, r.reason, r.set_by, r.set_at';
