import type { Action } from '@/emails/digest-props';
import { findKpi } from '@/kpis/catalogue';
import type { FeedSummary } from '../../feeds/read-feeds';
import type { Scores } from '../../measurements/read-scores';
import type { Reading } from '../../measurements/reading';
import type { Milestone } from '../../milestones/list-milestones';
import { lagOf, lateFeeds } from './data-state';
import type { Pages } from './pages';

/** A KPI that scores this is at its pass mark. */
const pass = 60;

interface Facts {
  feeds: FeedSummary[];
  readings: Reading[];
  scores: Scores;
  milestones: Milestone[];
  /** Whether the reader may see and mend what a feed could not read. */
  mends: boolean;
}

/** The weakest KPI below its pass mark, in the weakest mechanism that has one. */
function weakest(readings: Reading[], scores: Scores): Reading | undefined {
  const weak = readings.filter((reading) => reading.score !== null && reading.score < pass);
  const strength = (reading: Reading): number =>
    scores.mechanisms.find((m) => m.mechanism === reading.mechanism)?.score ?? Number.POSITIVE_INFINITY;
  return weak.sort((a, b) => strength(a) - strength(b) || a.score! - b.score!)[0];
}

/**
 * The one thing to do next, by rule; the first that applies: connect a feed, mend rejected rows, see after a late or still empty feed, work
 * on the weakest KPI of the weakest mechanism, see after a milestone. Data comes first: no number is better than its rows.
 */
export function actionOf(
  { feeds, readings, scores, milestones, mends }: Facts,
  pages: Pages,
  locale: 'zh-CN' | 'en',
): Action {
  const language = locale === 'en' ? 'en' : 'zh';
  if (feeds.length === 0) return { kind: 'connect', href: pages.feeds };
  const rejecting = [...feeds].sort((a, b) => b.openRejects - a.openRejects)[0]!;
  if (mends && rejecting.openRejects > 0)
    return {
      kind: 'rejects',
      href: `${pages.feed(rejecting.id)}#rejects`,
      count: rejecting.openRejects,
      feed: rejecting.name,
    };
  const late = lateFeeds(feeds)[0] ?? feeds.find((feed) => feed.status === 'active' && feed.freshness === 'empty');
  if (late) return { kind: 'late_feed', href: pages.feed(late.id), feed: late.name, hours: lagOf(late) };
  const weak = weakest(readings, scores);
  const kpi = weak && findKpi(weak.kpi);
  if (weak && kpi)
    return {
      kind: 'weak_kpi',
      href: pages.kpi(kpi.id),
      kpi: kpi.title[language],
      mechanism: kpi.mechanism,
      score: weak.score!,
    };
  const slipping = milestones.find((m) => ['regressed', 'late', 'at_risk'].includes(m.status));
  if (slipping)
    return {
      kind: 'milestone',
      href: pages.milestone(slipping.id),
      milestone: slipping.title[language],
      status: slipping.status,
    };
  return { kind: 'none', href: pages.today };
}
