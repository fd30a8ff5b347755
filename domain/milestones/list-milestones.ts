import type { KpiDeclaration, Mechanism, Unit } from '@/kpis/kpi';
import { type Day, daysBetween } from '@/lib/day';
import type { Title } from '@/records/record';
import { milestoneTemplate } from '@/roadmap/catalogue';
import type { Forecast } from '@/roadmap/forecast';
import { type MilestoneStatus, milestoneStanding } from '@/roadmap/status';
import type { Point } from '@/roadmap/trend';
import { findKpiSeen } from '../limits/limited';
import { dataDay } from '../measurements/data-day';
import type { Work } from '../work';
import { type MilestoneRow, milestoneColumns } from './milestone-row';
import { requireKpi } from './milestone-target';

export interface Milestone {
  id: string;
  stage: number;
  /** Code of the KPI. */
  kpi: string;
  mechanism: Mechanism;
  title: Title;
  /** What reaching it changes; null for a tenant's own milestone. */
  why: Title | null;
  target: number;
  unit: Unit;
  direction: 'higher' | 'lower';
  startOn: Day;
  dueOn: Day;
  owner: string | null;
  /** The KPI's headline value, not older than seven days. */
  current: number | null;
  status: MilestoneStatus;
  /** Null without a trend; its dates are null where the target is never met. */
  forecast: Forecast | null;
  /** The KPI's value every seventh day of the last year, at most 53 points, the last at the day that was asked for. */
  series: Point[];
  reachedOn: Day | null;
  archived: boolean;
}

/**
 * The tenant's milestones as they stand on a day (`at`, by default the day of the data), in the order of the road. A milestone
 * is a promise of the whole firm: readers who are limited to some channels see what is promised, not how it stands.
 */
export async function listMilestones(
  work: Work,
  { kpi, includeArchived = false, at }: { kpi?: string; includeArchived?: boolean; at?: Day } = {},
): Promise<Milestone[]> {
  work.require('milestone.read');
  const only = kpi === undefined ? null : requireKpi(work, kpi).code;
  const day = at ?? (await dataDay(work)).at;
  const rows = await work.query<MilestoneRow>(
    `select ${milestoneColumns} from app.milestones
     where tenant_id = $1 and ($2::text is null or kpi = $2) and ($3 or archived_at is null)
     order by stage, due_on, kpi, id`,
    [work.tenant.id, only, includeArchived],
  );
  const declared = rows.map((row) => findKpiSeen(work, row.kpi)).filter((k) => k !== undefined);
  const promisesOnly = work.limits.channels !== null;
  const series = promisesOnly ? new Map<string, Point[]>() : await seriesOf(work, [...new Set(declared)], day);
  return rows.flatMap((row) => {
    const found = findKpiSeen(work, row.kpi);
    return found
      ? [milestoneOf(promisesOnly ? { ...row, ...untold } : row, found, series.get(found.code) ?? [], day)]
      : [];
  });
}

/** Words of a milestone's own may be about any channel; when it was reached is firm-wide. */
const untold = { title: null, owner: null, reached_on: null } as const;

/** Headline values of the last year, in one query: each of the last seven days, before that every seventh. */
async function seriesOf(work: Work, declared: KpiDeclaration[], at: Day): Promise<Map<string, Point[]>> {
  const rows = await work.query<{ kpi: string; day: Day; value: number }>(
    `select v.kpi, v.day, v.value
     from unnest($2::text[], $3::text[]) as k (kpi, headline)
     join app.measurements v on v.tenant_id = $1 and v.kpi = k.kpi and v."window" = k.headline
     where v.day > $4::date - 366 and v.day <= $4::date and v.value is not null
       and (v.day > $4::date - 8 or ($4::date - v.day) % 7 = 0)
     order by v.kpi, v.day`,
    [work.tenant.id, declared.map((k) => k.code), declared.map((k) => k.windows[0]), at],
  );
  const byKpi = new Map<string, Point[]>();
  for (const { kpi, day, value } of rows) {
    const points = byKpi.get(kpi);
    if (points) points.push({ day, value });
    else byKpi.set(kpi, [{ day, value }]);
  }
  return byKpi;
}

function milestoneOf(row: MilestoneRow, kpi: KpiDeclaration, series: Point[], at: Day): Milestone {
  const template = milestoneTemplate(row.template);
  const own = row.title;
  const standing = milestoneStanding({
    series,
    today: at,
    target: row.target,
    direction: kpi.direction,
    startOn: row.start_on,
    dueOn: row.due_on,
    reachedOn: row.reached_on,
  });
  return {
    id: row.id,
    stage: row.stage,
    kpi: kpi.code,
    mechanism: kpi.mechanism,
    title: own ? { en: own, zh: own } : (template?.title ?? kpi.title),
    why: template?.why ?? null,
    target: row.target,
    unit: kpi.unit,
    direction: kpi.direction,
    startOn: row.start_on,
    dueOn: row.due_on,
    owner: row.owner,
    ...standing,
    series: series.filter((p) => daysBetween(p.day, at) % 7 === 0),
    reachedOn: row.reached_on,
    archived: row.archived_at !== null,
  };
}
