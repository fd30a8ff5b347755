import { expect, test } from 'vitest';
import type { Reader } from '@/app/shell/reader';
import type { TodayView } from '@/domain/measurements/read-today';
import { translatorIn } from '@/i18n/translator';
import { dataStateOf } from './data-state';

const t = translatorIn('en');
const reader = { t, f: {} } as unknown as Reader;
const viewOf = (feeds: { status: string; freshness: string }[]) =>
  ({ feeds, lateFeeds: [], readings: [], day: { lastDay: null }, recomputing: false }) as unknown as TodayView;

test('feeds of the past alone are not called up to date', () => {
  const past = viewOf([{ status: 'active', freshness: 'past' }]);
  expect(dataStateOf(reader, past, '/firm', null)).toMatchObject({
    tone: 'info',
    summary: 'No feed is expected to bring more',
  });
  const fresh = viewOf([{ status: 'active', freshness: 'fresh' }]);
  expect(dataStateOf(reader, fresh, '/firm', null)).toMatchObject({ tone: 'good', summary: 'Feed up to date' });
});

test('without a worker nothing is called up to date', () => {
  const fresh = viewOf([{ status: 'active', freshness: 'fresh' }]);
  const since = new Date('2026-03-01T08:00:00Z');
  const f = { instant: (at: Date) => at.toISOString().slice(0, 16) };
  expect(dataStateOf({ t, f } as unknown as Reader, fresh, '/firm', { since })).toMatchObject({
    tone: 'bad',
    summary: 'Nothing new is read or computed since 2026-03-01T08:00: the worker is not running',
  });
  expect(dataStateOf(reader, fresh, '/firm', { since: null }).summary).toBe(
    'Nothing is read or computed: the worker is not running',
  );
});
