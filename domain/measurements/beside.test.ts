import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import type { Figure } from '@/kpis/kpi';
import { addDays, type Day } from '@/lib/day';
import type { Access } from '../tenants/access';
import { at } from '../test-measured';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { markVolatileDays } from './close';
import { readEvidence } from './read-evidence';
import { readKpi } from './read-kpi';
import { recompute } from './recompute';

ownDatabase();
afterEach(() => vi.useRealTimers());

const many = <T>(n: number, row: (i: number) => T) => Array.from({ length: n }, (_, i) => row(i));
const feedOf = (access: Access, name: string) => testFeed(access, name, 'records');

/** The figures of a KPI on a day by name, and key where they have one. */
async function figures(access: Access, kpi: string, day: Day): Promise<Record<string, Figure>> {
  const read = await withTenant(access, (work) => readKpi(work, { kpi, at: day }));
  return Object.fromEntries(read.figures.map((f) => [f.key === undefined ? f.name : `${f.name} ${f.key}`, f]));
}

/** Sums from the records again: what was kept while rows came and went must be the same. */
async function expectSameInFull(access: Access) {
  const sums = () =>
    withTenant(access, (work) =>
      work.query(
        'select kpi, dim, day, key, num, den, rows from app.partials where tenant_id = $1 order by 1, 2, 3, 4',
        [access.tenant.id],
      ),
    );
  const before = await sums();
  await recompute(access, { full: true });
  expect(await sums()).toEqual(before);
}

const order = (id: string, day: Day, rest: object = {}) => ({
  source_id: id,
  number: id,
  currency: 'CNY',
  gross: '10',
  placed_at: at(day),
  ...rest,
});
const line = (id: string, day: Day) => ({
  source_id: id,
  order_id: id,
  placed_at: at(day),
  sku: 'A',
  quantity: '2',
  unit_price: '5',
  currency: 'CNY',
});
const parcel = (id: string, rest: object) => ({
  source_id: id,
  order_number: id,
  tracking_no: `T${id}`,
  from_country: 'CN',
  to_country: 'US',
  ...rest,
});

describe('C07', () => {
  const today = '2025-03-01';

  it('counts parcels and orders: on time, perfect, dispatched late, cancelled by us', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at(today)) });
    const access = await testTenant();
    const [shop, carrier] = [await feedOf(access, 'shop'), await feedOf(access, 'carrier')];
    const promised_ship_at = at('2025-02-12');
    const kinds: [string, number, object, object | null][] = [
      ['good', 30, {}, { shipped_at: at('2025-02-11'), delivered_at: at('2025-02-18') }],
      ['late', 6, {}, { shipped_at: at('2025-02-13'), delivered_at: at('2025-02-22') }],
      ['short', 2, {}, { shipped_at: at('2025-02-11'), delivered_at: at('2025-02-18'), delivered_quantity: '1' }],
      ['lost', 1, {}, { shipped_at: at('2025-02-11') }],
      ['unshipped', 1, {}, null],
      ['ours', 4, { status: 'cancelled', cancelled_by: 'seller' }, null],
      ['theirs', 3, { status: 'cancelled', cancelled_by: 'buyer' }, null],
      ['tried', 2, { test: true }, { shipped_at: at('2025-02-13'), delivered_at: at('2025-02-25') }],
    ];
    const ids = (kind: string, n: number) => many(n, (i) => `${kind}${i}`);
    await ingestRecords(
      access,
      shop,
      'order',
      kinds.flatMap(([kind, n, rest]) =>
        ids(kind, n).map((id) => order(id, '2025-02-10', { promised_ship_at, ...rest })),
      ),
    );
    await ingestRecords(
      access,
      shop,
      'order_line',
      kinds.flatMap(([kind, n]) => ids(kind, n).map((id) => line(id, '2025-02-10'))),
    );
    await recompute(access);
    await ingestRecords(
      access,
      carrier,
      'shipment',
      kinds.flatMap(([kind, n, , rest]) =>
        rest ? ids(kind, n).map((id) => parcel(id, { promised_deliver_at: at('2025-02-20'), ...rest })) : [],
      ),
    );
    await recompute(access);
    expect(await figures(access, 'C07', today)).toMatchObject({
      on_time_delivery: { numerator: 32, denominator: 39 },
      // Of 39 parcels' orders 30 are whole and on time; the four that we cancelled are in, and failed.
      perfect_order: { numerator: 30, denominator: 43 },
      late_shipment: { numerator: 7, denominator: 40 },
      seller_cancellation: { numerator: 4, denominator: 44 },
    });
    await expectSameInFull(access);
  });

  it('holds a parcel without a promise to its lane’s default, on the day that it ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at(today)) });
    const access = await testTenant();
    const carrier = await feedOf(access, 'carrier');
    const shipped_at = at('2025-02-01');
    await ingestRecords(access, carrier, 'shipment', [
      ...many(96, (i) =>
        parcel(`given${i}`, { promised_deliver_at: at('2025-02-20'), delivered_at: at('2025-02-19') }),
      ),
      parcel('far in time', { shipped_at, delivered_at: at('2025-02-21') }),
      parcel('far too late', { shipped_at, delivered_at: at('2025-02-23') }),
      parcel('near too late', { shipped_at, delivered_at: at('2025-02-12'), to_country: 'CN' }),
      parcel('in the market', { shipped_at, delivered_at: at('2025-02-07'), stock_place: 'platform' }),
      parcel('not due', { shipped_at: at('2025-02-20') }),
      parcel('of today', { shipped_at: at(today) }),
    ]);
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at: today, by: 'promise' }));
    expect(reading).toMatchObject({
      numerator: 98,
      denominator: 100,
      companions: { default_promise_share: 0.04 },
      caveats: [],
    });
    expect(reading.by!.rows).toMatchObject([
      { key: 'given_by_source', numerator: 96, denominator: 96 },
      { key: 'lane_default', numerator: 2, denominator: 4 },
    ]);
    const evidence = await withTenant(access, (work) =>
      readEvidence(work, { kpi: 'C07', at: today, dim: 'promise', key: 'lane_default' }),
    );
    expect(evidence.reconciles).toBe(true);
    expect(evidence.rows.map((r) => [r.source_id, r.day, r.cause])).toEqual([
      ['far too late', '2025-02-21', 'late_carrier'],
      ['far in time', '2025-02-21', 'on_time'],
      ['near too late', '2025-02-08', 'late_carrier'],
      ['in the market', '2025-02-08', 'on_time'],
    ]);
    await expectSameInFull(access);

    // It is due by the passing of time alone; those of 8 February are out of the window by then.
    vi.setSystemTime(new Date(at('2025-03-14')));
    await ingestRecords(access, carrier, 'shipment', [parcel('later', { shipped_at: at('2025-03-14') })]);
    await withTenant(access, markVolatileDays);
    await recompute(access);
    const later = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at: '2025-03-14' }));
    expect(later).toMatchObject({ numerator: 97, denominator: 99 });
    // Nor does a parcel that turns up late stay where it was.
    await ingestRecords(access, carrier, 'shipment', [
      parcel('not due', {
        shipped_at: at('2025-02-20'),
        promised_deliver_at: at('2025-03-14'),
        delivered_at: at('2025-03-14'),
      }),
    ]);
    await recompute(access);
    const moved = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at: '2025-03-14' }));
    expect(moved).toMatchObject({ numerator: 98, denominator: 99 });
    await expectSameInFull(access);
  });
});

describe('C05', () => {
  it('covers nodes that are due, and tells how late scans come and how long parcels are silent', async () => {
    const access = await testTenant();
    const carrier = await feedOf(access, 'carrier');
    const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString();
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    // The carrier sends parcels first: its first run of scans is not its first run.
    await ingestRecords(access, carrier, 'shipment', [
      ...many(30, (i) => parcel(`way${i}`, { shipped_at: hours(100) })),
      ...many(2, (i) => parcel(`lost${i}`, { shipped_at: hours(25 * 24) })),
      ...many(3, (i) =>
        parcel(`near${i}`, { shipped_at: hours(100), stock_place: 'platform', delivered_at: hours(2) }),
      ),
    ]);
    const scans = (n: number, node: string, ago: number) =>
      many(n, (i) => ({ shipment_id: `way${i}`, node, occurred_at: hours(ago) }));
    // A load of history says nothing of the carrier's speed, be it a feed's first run of scans or over 14 days late.
    await ingestRecords(access, carrier, 'tracking_event', [
      { shipment_id: 'near0', node: 'pickup', occurred_at: hours(50) },
    ]);
    await ingestRecords(access, carrier, 'tracking_event', [
      ...scans(30, 'pickup', 99.5),
      ...scans(24, 'departure', 80.5),
      { shipment_id: 'lost0', node: 'pickup', occurred_at: hours(24 * 24) },
    ]);
    await recompute(access);
    const read = await figures(access, 'C05', today);
    expect(read).toMatchObject({
      // The lost ones are due everywhere; those on the way where a later scan shows that they have passed.
      'node_coverage pickup': { numerator: 31, denominator: 32 },
      'node_coverage export_customs': { numerator: 0, denominator: 26 },
      'node_coverage departure': { numerator: 24, denominator: 26 },
      'node_coverage arrival': { numerator: 0, denominator: 2 },
      'node_coverage last_mile': { numerator: 0, denominator: 5 },
      'node_coverage delivered': { numerator: 3, denominator: 5 },
      event_latency_p90: { value: 100, sample: 54 },
      silent_gap_p90: { value: null, sample: 24 },
    });
    await expectSameInFull(access);
  });

  it('holds a parcel on its way to what its lane took in the months before, and to the default of few', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at('2025-09-20')) });
    const access = await testTenant();
    const carrier = await feedOf(access, 'carrier');
    const way = (id: string, day: Day, days: number | null, rest: object = {}) =>
      parcel(id, { shipped_at: at(day), ...(days && { delivered_at: at(addDays(day, days)) }), ...rest });
    await ingestRecords(access, carrier, 'shipment', [
      way('open', '2025-09-10', null),
      way('open elsewhere', '2025-09-10', null, { to_country: 'DE' }),
      way('open abroad', '2025-09-10', null, { stock_place: 'platform' }),
    ]);
    await ingestRecords(access, carrier, 'tracking_event', [
      { shipment_id: 'no parcel of ours', node: 'pickup', occurred_at: at('2025-09-19') },
    ]);
    const due = async (day: Day) => {
      const read = (part: string) =>
        withTenant(access, (work) => readEvidence(work, { kpi: 'C05', at: day, part, limit: 1000 }));
      const rows = [...(await read('denominator')).rows, ...(await read('excluded')).rows];
      const found = Object.fromEntries(rows.map((r) => [String(r.source_id), r.due_days]));
      return [found.open, found['open elsewhere'], found['open abroad']];
    };
    await recompute(access);
    expect(await due('2025-09-20')).toEqual([20, 20, 7]);
    await expectSameInFull(access);
    const onTheWay = async () => (await figures(access, 'C05', '2025-09-20'))['node_coverage pickup']?.denominator ?? 0;
    expect(await onTheWay()).toBe(0);

    // A tenth took 12 days; what was dispatched in the month before, and before the six, says nothing.
    const history = (n: number, day: Day, days: number) => many(n, (i) => way(`${day} ${days} ${i}`, day, days));
    await ingestRecords(access, carrier, 'shipment', [
      ...history(17, '2025-02-01', 4),
      ...history(10, '2025-07-31', 8),
      ...history(2, '2025-07-31', 12),
      ...history(40, '2025-08-01', 15),
      ...history(40, '2025-01-31', 1),
    ]);
    await recompute(access);
    // Of 29 nothing is said.
    expect(await due('2025-09-20')).toEqual([20, 20, 7]);
    await ingestRecords(access, carrier, 'shipment', history(1, '2025-05-05', 9));
    await recompute(access);
    expect(await due('2025-09-20')).toEqual([8, 20, 7]);
    // Ten days after dispatch it is due everywhere, unseen as it is.
    expect(await onTheWay()).toBe(1);
    await expectSameInFull(access);
  });
});

describe('D01', () => {
  it('says how many feeds are outside the connected whole', async () => {
    const access = await testTenant();
    const [shop, master, desk, log] = [
      await feedOf(access, 'shop'),
      await feedOf(access, 'master'),
      await feedOf(access, 'desk'),
      await feedOf(access, 'log'),
    ];
    await ingestRecords(
      access,
      shop,
      'order',
      ['1', '2'].map((id) => order(id, '2025-01-02')),
    );
    await ingestRecords(
      access,
      shop,
      'order_line',
      ['1', '2'].map((id) => line(id, '2025-01-02')),
    );
    await ingestRecords(access, master, 'product', [{ source_id: 'A' }]);
    const ticket = (id: string, order_number: string) => ({ source_id: id, order_number, opened_at: at('2025-01-02') });
    await ingestRecords(access, desk, 'ticket', [ticket('a', '1'), ticket('b', 'x'), ticket('c', 'y')]);
    await ingestRecords(access, log, 'process_event', [
      { source_id: 'e', case_kind: 'order', case_id: '2', process: 'listing', step: 's', started_at: at('2025-01-02') },
    ]);
    await recompute(access);
    const isolated = async () => (await figures(access, 'D01', '2025-01-02')).isolated_sources;
    // One ticket in three names an order of ours: the desk is an island. The log's only case is one.
    expect(await isolated()).toMatchObject({ value: 25, numerator: 1, denominator: 4 });
    await ingestRecords(access, desk, 'ticket', [ticket('b', '2')]);
    await recompute(access);
    expect(await isolated()).toMatchObject({ value: 0, numerator: 0, denominator: 4 });
    await expectSameInFull(access);
  });
});

describe('D06', () => {
  it('follows first-time buyers of a month, as they were known on the day', async () => {
    const access = await testTenant();
    const feed = await feedOf(access, 'shop');
    const buys = (who: string, ...days: Day[]) =>
      days.map((day) => order(`${who} ${day}`, day, { customer_id: who, channel: 'site' }));
    const firstTime = many(40, (i) => buys(`c${i}`, '2024-01-10')).flat();
    await ingestRecords(access, feed, 'order', firstTime);
    await ingestRecords(access, feed, 'order', [
      ...many(8, (i) => buys(`c${i}`, '2024-04-09')).flat(),
      ...many(4, (i) => buys(`c${8 + i}`, '2024-04-10')).flat(),
      ...buys('c20', '2024-12-01'),
      ...buys('another', '2025-01-14'),
      ...many(5, (i) => buys(`new${i}`, '2024-04-20')).flat(),
    ]);
    await recompute(access);
    const before = await figures(access, 'D06', '2024-04-09');
    expect(before['again_90 2024-01']).toMatchObject({ numerator: 8, denominator: 40, provisional: true });
    const later = await figures(access, 'D06', '2025-01-15');
    // 90 days after 10 January is 9 April of a leap year.
    expect(later).toMatchObject({
      'again_90 2024-01': { numerator: 8, denominator: 40, value: 20, provisional: false },
      'again_180 2024-01': { numerator: 12, denominator: 40, value: 30, provisional: false },
      'again_365 2024-01': { numerator: 13, denominator: 40, provisional: true },
      'again_90 2024-04': { numerator: 0, denominator: 5, value: null },
    });
    // An earlier purchase that comes late moves its buyer to another month.
    await ingestRecords(access, feed, 'order', buys('c0', '2023-12-31'));
    await recompute(access);
    expect(await figures(access, 'D06', '2025-01-15')).toMatchObject({
      'again_90 2023-12': { numerator: 1, denominator: 1 },
      'again_90 2024-01': { numerator: 7, denominator: 39 },
    });
    await expectSameInFull(access);
  });
});
