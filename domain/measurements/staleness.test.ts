import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { type Day, dayRange } from '@/lib/day';
import { archiveFeed } from '../feeds/archive-feed';
import { changeFeed } from '../feeds/change-feed';
import type { Access } from '../tenants/access';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { readKpi } from './read-kpi';
import { readToday } from './read-today';
import { recompute } from './recompute';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());
afterEach(() => vi.useRealTimers());

const today = '2025-02-20';

/** Two shops that both brought orders; the second for the last time on `last`. */
async function twoShops(last: Day): Promise<{ access: Access; lively: string; silent: string }> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${last}T10:00:00Z`) });
  const access = await testTenant();
  const [lively, silent] = [await testFeed(access, 'lively', 'records'), await testFeed(access, 'silent', 'records')];
  const orders = (from: Day, to: Day) =>
    dayRange(from, to).map((day) => ({
      source_id: day,
      number: day,
      placed_at: `${day}T04:00:00Z`,
      ship_country: 'US',
      currency: 'CNY',
      gross: '10',
    }));
  await ingestRecords(access, silent, 'order', orders('2025-01-01', last));
  vi.setSystemTime(new Date(`${today}T10:00:00Z`));
  await ingestRecords(access, lively, 'order', orders('2025-01-01', today));
  await recompute(access);
  return { access, lively, silent };
}

const read = (access: Access) => withTenant(access, (work) => readKpi(work, { kpi: 'E07', at: today }));

it('a feed that falls silent makes the KPI stale, however lively another feed of the record is', async () => {
  const { access } = await twoShops('2025-02-14');
  expect(await read(access)).toMatchObject({
    status: 'stale',
    value: 10_000,
    watermark: new Date('2025-02-14T04:00:00Z'),
  });
});

it('and empty after a week of that', async () => {
  const { access } = await twoShops('2025-02-09');
  expect(await read(access)).toMatchObject({ status: 'empty', value: null, reason: 'feed_missing' });
});

it('a feed that brought history alone is waited for by nobody, and says so', async () => {
  const { access, lively } = await twoShops(today);
  const old = await testFeed(access, 'old years', 'records');
  const order = { number: 'A', placed_at: '2024-03-01T04:00:00Z', ship_country: 'US', currency: 'CNY', gross: '10' };
  await ingestRecords(access, old, 'order', [{ source_id: 'A', ...order }]);
  await recompute(access);
  expect(await read(access)).toMatchObject({ status: 'provisional', watermark: new Date(`${today}T04:00:00Z`) });
  const view = await withTenant(access, (work) => readToday(work));
  expect(view.feeds.find((feed) => feed.id === old)!.freshness).toBe('past');
  expect(view.lateFeeds).toEqual([]);
  // Neither does an old row of a feed that is up to date make it one of history.
  await ingestRecords(access, lively, 'order', [{ source_id: 'B', ...order, number: 'B' }]);
  vi.setSystemTime(new Date('2025-02-25T10:00:00Z'));
  const later = await withTenant(access, (work) => readToday(work));
  expect(later.feeds.find((feed) => feed.id === lively)!.freshness).toBe('silent');
});

it('a feed that is a little behind does not', async () => {
  const { access } = await twoShops('2025-02-18');
  expect((await read(access)).status).toBe('provisional');
});

it('nobody waits for a feed that is paused or archived', async () => {
  const { access, silent } = await twoShops('2025-02-14');
  await withTenant(access, (work) => changeFeed(work, silent, { status: 'paused' }));
  expect((await read(access)).status).toBe('provisional');
  await withTenant(access, (work) => changeFeed(work, silent, { status: 'active' }));
  expect((await read(access)).status).toBe('stale');
  await withTenant(access, (work) => archiveFeed(work, silent));
  expect((await read(access)).status).toBe('provisional');
});

it('where nobody is waited for any more, the last that came grows old', async () => {
  const { access, lively, silent } = await twoShops('2025-02-14');
  for (const feed of [lively, silent]) await withTenant(access, (work) => changeFeed(work, feed, { status: 'paused' }));
  expect(await read(access)).toMatchObject({ status: 'provisional', watermark: new Date(`${today}T04:00:00Z`) });
  vi.setSystemTime(new Date('2025-02-25T10:00:00Z'));
  const later = await withTenant(access, (work) => readKpi(work, { kpi: 'E07', at: '2025-02-25' }));
  expect(later.status).toBe('stale');
});
