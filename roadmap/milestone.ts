import type { Title } from '@/records/record';

export type Stage = 1 | 2 | 3;
export type Mechanism = 'data-driven' | 'collaboration' | 'ecosystem';

/** `higher`: the target is reached from below. `lower`: from above. */
export type Direction = 'higher' | 'lower';

/** A target on the road: a KPI's value to be reached by a date. `at` is in the KPI's own unit (kpis/catalogue.ts). */
export interface MilestoneDeclaration {
  /** Kebab-case, never reused: it names the row that a tenant got from this template. */
  id: string;
  stage: Stage;
  mechanism: Mechanism;
  title: Title;
  /** What this milestone changes for the firm, in a sentence. */
  why: Title;
  reach: { kpi: string; at: number; direction: Direction };
  /** Days from the start of the roadmap to the due date. */
  dueAfterDays: number;
  /** The milestone that comes first on the same road; shown, not enforced. */
  after?: string;
}

/** Declares a milestone template. */
export const milestone = (declaration: MilestoneDeclaration): MilestoneDeclaration => declaration;

/** Does a value meet a target? */
export const meets = (value: number, target: number, direction: Direction): boolean =>
  direction === 'higher' ? value >= target : value <= target;
