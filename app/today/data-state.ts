import type { Reader } from '@/app/shell/reader';
import type { Tone } from '@/components/status/tone';
import { isAwaited } from '@/domain/feeds/freshness';
import type { TodayView } from '@/domain/measurements/read-today';
import { kpis } from '@/kpis/catalogue';

interface DataState {
  tone: Tone;
  summary: string;
  items: { text: string; tone?: Tone; href?: string }[];
}

/**
 * Is the data good? The verdict, then what it rests on; a late feed is named before any number is.
 * @param silence since when no worker runs, without which nothing new is read or computed; null: one does
 */
export function dataStateOf(
  { t, f }: Reader,
  view: TodayView,
  base: string,
  silence: { since: Date | null } | null,
): DataState {
  const active = view.feeds.filter(isAwaited).length;
  const late = view.lateFeeds.length;
  const silent = view.lateFeeds.some((feed) => feed.freshness === 'silent');
  const items: DataState['items'] = view.lateFeeds.slice(0, 3).map((feed) => {
    const lags = feed.records.flatMap((record) => (record.lagHours === null ? [] : [record.lagHours]));
    return {
      text: t('today.lateFeed', { name: feed.name, lag: f.hours(Math.min(...lags)) }),
      tone: feed.freshness === 'silent' ? 'bad' : 'warn',
      href: `${base}/feeds/${feed.id}`,
    };
  });
  if (view.day.lastDay) items.push({ text: t('today.until', { day: f.day(view.day.lastDay) }) });
  const open = view.readings.filter((reading) => reading.status === 'provisional').map((reading) => reading.kpi);
  const days = Math.max(0, ...kpis.filter((kpi) => open.includes(kpi.code)).map((kpi) => kpi.latenessDays));
  if (days > 0) items.push({ text: t('today.provisional', { days }), tone: 'info' });
  if (view.recomputing) items.push({ text: t('today.recomputing'), tone: 'info' });
  if (silence) {
    const { since } = silence;
    const text = since ? t('today.workerAway', { since: f.instant(since) }) : t('today.workerNever');
    return { tone: 'bad', summary: text, items };
  }
  if (active === 0) return { tone: 'info', summary: t('today.noneAwaited'), items };
  return {
    tone: silent ? 'bad' : late > 0 ? 'warn' : 'good',
    summary: late > 0 ? t('today.someLate', { late, count: active }) : t('today.allFresh', { count: active }),
    items,
  };
}
