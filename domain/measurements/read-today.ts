import type { Day } from '@/lib/day';
import { isLate } from '../feeds/freshness';
import { type FeedSummary, listFeeds } from '../feeds/read-feeds';
import { kpisSeen } from '../limits/limited';
import type { Work } from '../work';
import { checkDay, type DataDay, dataDay } from './data-day';
import { type Scores, scoreDays, scoresFrom } from './read-scores';
import { compared, comparisonDay, kpiNamed, type Reading, readingsOn } from './reading';
import { scoredBy } from './scored-by';
import { measuredWithin } from './within-channels';

export interface TodayView {
  day: DataDay;
  feeds: FeedSummary[];
  /** Feeds that are late or silent, worst first. */
  lateFeeds: FeedSummary[];
  openRejects: number;
  /** Something waits to be computed. */
  recomputing: boolean;
  scores: Scores;
  readings: Reading[];
  /** Weekly points of each KPI's headline over half a year, by code, oldest first. */
  sparklines: Record<string, { day: Day; value: number | null }[]>;
  /** Readings that moved, by size of the move in score points, largest first. */
  changes: { reading: Reading; good: boolean; scoreChange: number }[];
}

const sparkDays = 182;

/** Everything the home page shows, in a handful of queries whose cost does not grow with history. */
export async function readToday(work: Work, input: { at?: Day } = {}): Promise<TodayView> {
  const found = await dataDay(work);
  const day = input.at ? { ...found, at: checkDay(input.at, 'at') } : found;
  const before = comparisonDay(day.at);
  const asked = scoreDays(work, day.at);
  const headlines = kpisSeen(work).map((k) => ({ k, window: k.windows[0]! }));
  // None hangs on another's answer: sent together, they cost the way to the database once.
  const [{ days, rules }, feeds, points, waiting] = await Promise.all([
    readingsOn(work, asked, headlines),
    listFeeds(work),
    work.query<{ kpi: string; day: Day; value: number | null }>(
      `select m.kpi, m.day, m.value from unnest($2::text[], $3::text[]) as a(kpi, win)
       join app.measurements m on m.tenant_id = $1 and m.kpi = a.kpi and m."window" = a.win
         and m.day = any(array(select $4::date - 7 * i from generate_series(0, ${sparkDays / 7}) i))
       order by m.kpi, m.day`,
      [work.tenant.id, headlines.map((h) => h.k.code), headlines.map((h) => h.window), day.at],
    ),
    work.query('select from app.dirty_days where tenant_id = $1 and day <= $2 limit 1', [work.tenant.id, day.today]),
  ]);
  const readings = compared(days.get(day.at)!, days.get(before)!);
  const sparklines = work.limits.channels === null ? byKpi(points) : await limitPoints(work, byKpi(points));
  // On one scale: what other anchors alone have done did not move.
  const past = new Map(scoredBy(days.get(before)!, days.get(day.at)!).map((r) => [r.kpi, r.score]));
  const changes = readings
    .flatMap((reading) => {
      const was = past.get(reading.kpi);
      if (reading.score === null || was == null || !reading.change) return [];
      const scoreChange = reading.score - was;
      return [{ reading, scoreChange, good: goodChange(work, reading) }];
    })
    .sort((a, b) => Math.abs(b.scoreChange) - Math.abs(a.scoreChange));
  const severity = { silent: 0, late: 1, fresh: 2, past: 2, empty: 3 } as const;
  return {
    day,
    feeds,
    lateFeeds: feeds.filter(isLate).sort((a, b) => severity[a.freshness] - severity[b.freshness]),
    openRejects: feeds.reduce((sum, f) => sum + f.openRejects, 0),
    recomputing: waiting.length > 0,
    scores: scoresFrom(work, day.at, days, rules),
    readings,
    sparklines,
    changes,
  };
}

type Points = TodayView['sparklines'];

function byKpi(rows: readonly { kpi: string; day: Day; value: number | null }[]): Points {
  const sparklines: Points = {};
  for (const { kpi, day, value } of rows) {
    const points = sparklines[kpi] ?? [];
    sparklines[kpi] = points;
    points.push({ day, value });
  }
  return sparklines;
}

/** The same days with what the reader's channels say; none for a KPI that cannot be told by channel. */
async function limitPoints(work: Work, firmWide: Points): Promise<Points> {
  const sparklines: Points = {};
  for (const [code, points] of Object.entries(firmWide)) {
    const k = kpiNamed(work, code);
    const measured = await measuredWithin(
      work,
      k,
      k.windows[0]!,
      points.map((point) => point.day),
    );
    if (measured) sparklines[code] = measured.map(({ day, value }) => ({ day, value }));
  }
  return sparklines;
}

/** Whether a reading moved the way it should. */
const goodChange = (work: Work, reading: Reading): boolean => {
  const direction = kpiNamed(work, reading.kpi).direction;
  return direction === 'higher' ? reading.change! > 0 : reading.change! < 0;
};
