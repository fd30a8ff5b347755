/**
 * late: nothing new for over a day beyond what is usual; silent: for over three days; past: it brought data of the past alone,
 * so nobody waits for it; empty: nothing ever.
 */
export type Freshness = 'fresh' | 'late' | 'silent' | 'past' | 'empty';

const lateAfterHours = 36;
const silentAfterHours = 72;
/** What was older than this when it came is history. */
const historyAfterDays = 7;

/** SQL: whether a row `r` of app.feed_records ever was up to date, so that its feed is waited for. A load of history never was. */
export const wasCurrent = `coalesce(r.updated_at - r.watermark <= interval '${historyAfterDays} days', false)`;

/** What a feed has brought of one record: its latest event, and whether that was news when it came. */
export interface Mark {
  watermark: Date | null;
  wasCurrent: boolean;
}

/** How fresh a feed is by its latest event; a feed of undated records (products) does not grow old by itself. */
export function freshnessOf(marks: readonly Mark[], now: Date): Freshness {
  if (!marks.length) return 'empty';
  const dated = marks.filter((mark) => mark.watermark !== null);
  if (!dated.length) return 'fresh';
  if (!dated.some((mark) => mark.wasCurrent)) return 'past';
  const hours = (now.getTime() - Math.max(...dated.map((mark) => mark.watermark!.getTime()))) / 3_600_000;
  return hours > silentAfterHours ? 'silent' : hours > lateAfterHours ? 'late' : 'fresh';
}

type Standing = { status: string; freshness: Freshness };

/** Whether a feed is expected to bring more: neither paused nor one of history alone. Only of these it is said how fresh they are. */
export const isAwaited = (feed: Standing): boolean => feed.status === 'active' && feed.freshness !== 'past';

/** Whether a feed should bring data and does not. */
export const isLate = (feed: Standing): boolean =>
  isAwaited(feed) && (feed.freshness === 'late' || feed.freshness === 'silent');
