import { afterEach, expect, it, vi } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { type Day, dayRange } from '@/lib/day';
import { archiveFeed } from '../feeds/archive-feed';
import { changeFeed } from '../feeds/change-feed';
import type { Access } from '../tenants/access';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { readEvidence } from './read-evidence';
import { readKpi } from './read-kpi';
import { readSeries } from './read-series';
import { readToday } from './read-today';
import { recompute } from './recompute';

ownDatabase();
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

it('while it is silent the last value stands: days without its rows would be better for nothing', async () => {
  const last = '2025-02-10';
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${last}T10:00:00Z`) });
  const access = await testTenant();
  const [hands, robots] = [await testFeed(access, 'hands', 'records'), await testFeed(access, 'robots', 'records')];
  const steps = (resource_kind: string, from: Day, to: Day) =>
    dayRange(from, to).flatMap((day) =>
      ['a', 'b'].map((id) => ({
        source_id: `${resource_kind} ${day} ${id}`,
        case_id: `${day} ${id}`,
        process: 'listing',
        step: resource_kind,
        resource_kind,
        started_at: `${day}T04:00:00Z`,
      })),
    );
  await ingestRecords(access, hands, 'process_event', steps('human', '2025-01-01', last));
  vi.setSystemTime(new Date(`${today}T10:00:00Z`));
  await ingestRecords(access, robots, 'process_event', steps('rpa', '2025-01-01', today));
  await recompute(access);
  const at = (day: Day) => withTenant(access, (work) => readKpi(work, { kpi: 'C01', at: day, by: 'step' }));
  const [then, now] = [await at('2025-02-13'), await at(today)];
  expect(then).toMatchObject({ status: 'provisional', numerator: 56, denominator: 106 });
  expect(now).toMatchObject({ status: 'stale', value: then.value, numerator: 56, denominator: 106 });
  expect(now.by!.rows).toMatchObject([{ sample: 56 }, { sample: 50 }]);
  const rows = await withTenant(access, (work) => readEvidence(work, { kpi: 'C01', at: today }));
  expect(rows).toMatchObject({ reconciles: true, totals: { rows: 106 } });
  const series = await withTenant(access, (work) => readSeries(work, { kpi: 'C01', to: today }));
  expect(series.at(-1)!.day).toBe('2025-02-13');

  // The firm's word that nothing is to be expected of it lets the days be measured; coming back it is measured with its rows.
  await withTenant(access, (work) => changeFeed(work, hands, { status: 'paused' }));
  await recompute(access);
  expect(await at(today)).toMatchObject({ status: 'provisional', numerator: 56, denominator: 56 + 36 });
  await withTenant(access, (work) => changeFeed(work, hands, { status: 'active' }));
  await ingestRecords(access, hands, 'process_event', steps('human', '2025-02-11', today));
  await recompute(access);
  expect(await at(today)).toMatchObject({ status: 'provisional', numerator: 56, denominator: 112 });
});

it('an index of links waits for every feed whose rows it counts', async () => {
  const { access } = await twoShops(today);
  const desk = await testFeed(access, 'desk', 'records');
  vi.setSystemTime(new Date('2025-02-14T10:00:00Z'));
  const ticket = (id: string) => ({ source_id: id, order_number: 'nobody’s', opened_at: '2025-02-14T04:00:00Z' });
  await ingestRecords(access, desk, 'ticket', [ticket('a'), ticket('b')]);
  vi.setSystemTime(new Date(`${today}T10:00:00Z`));
  await recompute(access);
  const reading = () => withTenant(access, (work) => readKpi(work, { kpi: 'D01', at: today }));
  expect((await reading()).status).toBe('stale');
  await withTenant(access, (work) => changeFeed(work, desk, { status: 'paused' }));
  expect((await reading()).status).toBe('provisional');
});

it('where nobody is waited for any more, the last that came grows old', async () => {
  const { access, lively, silent } = await twoShops('2025-02-14');
  for (const feed of [lively, silent]) await withTenant(access, (work) => changeFeed(work, feed, { status: 'paused' }));
  expect(await read(access)).toMatchObject({ status: 'provisional', watermark: new Date(`${today}T04:00:00Z`) });
  vi.setSystemTime(new Date('2025-02-25T10:00:00Z'));
  const later = await withTenant(access, (work) => readKpi(work, { kpi: 'E07', at: '2025-02-25' }));
  expect(later.status).toBe('stale');
});
