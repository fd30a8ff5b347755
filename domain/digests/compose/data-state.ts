import type { DigestProps } from '@/emails/digest-props';
import type { Day } from '@/lib/day';
import { isAwaited, isLate } from '../../feeds/freshness';
import type { FeedSummary } from '../../feeds/read-feeds';
import type { Reading } from '../../measurements/reading';

/** How far behind a feed is: its most current record counts. Null when nothing has come. */
export function lagOf(feed: FeedSummary): number | null {
  const lags = feed.records.flatMap((record) => (record.lagHours === null ? [] : [record.lagHours]));
  return lags.length > 0 ? Math.min(...lags) : null;
}

/** Feeds that should bring data and do not, the worst first. */
export const lateFeeds = (feeds: FeedSummary[]): FeedSummary[] =>
  feeds.filter(isLate).sort((a, b) => (lagOf(b) ?? Number.POSITIVE_INFINITY) - (lagOf(a) ?? Number.POSITIVE_INFINITY));

/**
 * Is the data good? Said before any number.
 * @param kpis how many there are for the reader
 */
export function dataState(
  feeds: FeedSummary[],
  readings: Reading[],
  lastDay: Day | null,
  kpis: number,
): DigestProps['data'] {
  const measured = readings.filter((reading) => reading.value !== null);
  return {
    feeds: feeds.length,
    awaited: feeds.filter(isAwaited).length,
    late: lateFeeds(feeds).map((feed) => ({
      name: feed.name,
      hours: lagOf(feed),
      silent: feed.freshness === 'silent',
    })),
    openRejects: feeds.reduce((sum, feed) => sum + feed.openRejects, 0),
    lastDay,
    measured: measured.length,
    provisional: measured.filter((reading) => reading.status === 'provisional').length,
    compared: measured.filter((reading) => reading.change !== null).length,
    kpis,
  };
}
