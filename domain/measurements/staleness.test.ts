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
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00Z`) });
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
  await ingestRecords(access, lively, 'order', orders('2025-01-01', today));
  await ingestRecords(access, silent, 'order', orders('2025-01-01', last));
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
