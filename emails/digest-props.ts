import type { Locale } from '@/i18n/locale';
import type { Mechanism, Unit, WindowId } from '@/kpis/kpi';
import type { Day } from '@/lib/day';
import type { MilestoneStatus } from '@/roadmap/status';

/** What changed: a KPI's value against its previous period. */
export interface ChangeLine {
  title: string;
  href: string;
  unit: Unit;
  window: WindowId;
  value: number;
  previous: { day: Day; value: number };
  better: boolean;
  /** The group that moved the value most, with its own value, or its share of all (0–100), before and now. */
  cause: {
    dimension: string;
    key: string;
    of: 'value' | 'share';
    from: number | null;
    to: number | null;
  } | null;
}

export interface MilestoneLine {
  title: string;
  href: string;
  status: MilestoneStatus;
  dueOn: Day;
  unit: Unit;
  current: number | null;
  target: number;
  /** When the trend meets the target; null without one. */
  forecastOn: Day | null;
}

/** The one thing to do next. */
export type Action =
  | { kind: 'connect'; href: string }
  | { kind: 'rejects'; href: string; count: number; feed: string }
  | { kind: 'late_feed'; href: string; feed: string; hours: number | null }
  | { kind: 'weak_kpi'; href: string; kpi: string; mechanism: Mechanism; score: number }
  | { kind: 'milestone'; href: string; milestone: string; status: MilestoneStatus }
  | { kind: 'none'; href: string };

export interface MechanismLine {
  mechanism: Mechanism;
  href: string;
  score: number | null;
  /** A week before. */
  before: number | null;
  /** Share of its KPIs that have a value, 0–1. */
  coverage: number;
  lowest: { title: string; score: number } | null;
}

export interface DigestProps {
  digest: 'daily' | 'weekly';
  locale: Locale;
  /** IANA zone of the reader. */
  zone: string;
  /** The reader's calendar date. */
  day: Day;
  tenant: string;
  data: {
    feeds: number;
    /** Of these, those that are expected to bring more. */
    awaited: number;
    late: { name: string; hours: number | null; silent: boolean }[];
    openRejects: number;
    lastDay: Day | null;
    /** KPIs with a value, those of them that may still change and that are held against an earlier value, and all there are. */
    measured: number;
    provisional: number;
    compared: number;
    kpis: number;
  };
  changes: ChangeLine[];
  milestones: { total: number; counts: Partial<Record<MilestoneStatus, number>>; lines: MilestoneLine[] };
  action: Action;
  weekly: {
    index: number | null;
    indexBefore: number | null;
    /** Null for a reader who sees a part of the firm only: then index and stage are left out. */
    stage: number | null;
    mechanisms: MechanismLine[];
    /** The day since which the scores are made with other weights than those of a week before; null: with the same. */
    reweighedOn: Day | null;
    /** The titles of KPIs that are scored by other anchors than a week before. */
    reanchored: string[];
    overdue: MilestoneLine[];
    due: { days: 30 | 60 | 90; lines: MilestoneLine[] }[];
  } | null;
  links: { today: string; roadmap: string; feeds: string; unsubscribe: string; settings: string };
}
