import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { localDay } from '@/lib/day';
import { executeRun } from '../ingest/execute-run';
import { replayRun } from '../ingest/start-run';
import { setPairWeights } from '../pair-weights/set-pair-weights';
import type { Access } from '../tenants/access';
import { ingest, ingestRecords, setRates, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { markVolatileDays } from './close';
import { recompute } from './recompute';

const db = ownDatabase();
beforeAll(async () => {
  const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2025, 1, 25 + i)).toISOString().slice(0, 10));
  await setRates(
    db,
    days.flatMap(
      (on) =>
        [
          ['CNY', on, 7.5],
          ['USD', on, 1.1],
        ] as [string, string, number][],
    ),
  );
});
afterEach(() => vi.useRealTimers());

/**
 * Instants over six weeks, in which the clocks of New York and Berlin are put forward; many of them near a midnight of one of the
 * zones, where days and the 24-hour rule meet.
 */
const instant = fc
  .tuple(
    fc.integer({ min: 0, max: 41 }),
    fc.constantFrom(0, 3, 4, 5, 10, 15, 16, 22, 23),
    fc.constantFrom(0, 1, 30, 59),
  )
  .map(([d, h, m]) => new Date(Date.UTC(2025, 2, 1 + d, h, m)).toISOString());
const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati');
const few = (prefix: string, n: number) => fc.integer({ min: 1, max: n }).map((i) => `${prefix}${i}`);
/** The same key as somebody else writes it. */
const spelt = (keys: fc.Arbitrary<string>) =>
  fc
    .tuple(keys, fc.constantFrom('as it is', 'as it is', 'lower', 'zeros', 'marks', 'wide'))
    .map(([key, how]) =>
      how === 'lower'
        ? key.toLowerCase()
        : how === 'zeros'
          ? `00${key}`
          : how === 'marks'
            ? `#${key.slice(0, 1)}-${key.slice(1)} `.trim()
            : how === 'wide'
              ? key.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
              : key,
    );
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });

const orders = fc.record({
  source_id: few('o', 25),
  number: few('N', 25),
  channel: few('ch', 3),
  status: fc.constantFrom('placed', 'paid', 'shipped', 'delivered', 'cancelled'),
  cancelled_by: maybe(fc.constantFrom('buyer', 'seller')),
  placed_at: instant,
  customer_id: maybe(few('c', 6)),
  ship_country: maybe(fc.constantFrom('US', 'DE', 'JP')),
  ship_region: maybe(fc.constantFrom('N', 'S')),
  promised_ship_at: maybe(instant),
  test: fc.boolean(),
  currency: fc.constantFrom('USD', 'CNY', 'EUR'),
  gross: fc.integer({ min: 0, max: 500 }).map(String),
  discount: maybe(fc.constantFrom('5', '20')),
  tax: maybe(fc.constantFrom('3', '30')),
  deleted: fc.constantFrom(false, false, false, false, true),
});
const lines = fc.record({
  source_id: few('l', 30),
  order_id: few('o', 25),
  placed_at: instant,
  channel: few('ch', 3),
  sku: spelt(few('s', 6)),
  quantity: fc.constantFrom('1', '2'),
  unit_price: fc.constant('5'),
  fee: fc.constantFrom(false, false, true),
  currency: fc.constant('USD'),
  deleted: fc.constantFrom(false, false, false, true),
});
const refunds = fc.record({
  source_id: few('r', 8),
  order_id: maybe(few('o', 25)),
  refunded_at: instant,
  channel: few('ch', 3),
  country: maybe(fc.constantFrom('US', 'DE')),
  currency: fc.constantFrom('USD', 'CNY'),
  amount: fc.integer({ min: 1, max: 600 }).map(String),
  fee: fc.constantFrom(false, false, true),
  deleted: fc.constantFrom(false, false, true),
});
const identities = fc.record({
  source_id: few('c', 6),
  login_id: few('c', 6),
  channel: maybe(few('ch', 3)),
  email: maybe(fc.constantFrom('a@x.example', 'b@x.example')),
  phone: maybe(fc.constantFrom('1', '2')),
  first_seen_at: maybe(instant),
  relay: fc.boolean(),
  deleted: fc.constantFrom(false, false, true),
});
const products = fc.record({
  source_id: spelt(few('s', 6)),
  title: few('p', 2),
  deleted: fc.constantFrom(false, false, true),
});
const listings = fc.record({
  channel: few('ch', 3),
  channel_sku: spelt(few('s', 6)),
  product_sku: maybe(spelt(few('s', 6))),
  deleted: fc.constantFrom(false, false, true),
});
const channels = fc.record({
  source_id: few('ch', 3),
  name: few('ch', 3),
  kind: fc.constantFrom('marketplace', 'independent_site'),
  owner_group: maybe(fc.constantFrom('Amazon', 'Alibaba')),
});
const shipments = fc.record({
  source_id: few('sh', 15),
  order_number: maybe(spelt(few('N', 25))),
  sku: maybe(few('s', 6)),
  delivered_quantity: maybe(fc.constantFrom('1', '2', '3')),
  stock_place: maybe(fc.constantFrom('home', 'platform')),
  carrier: few('car', 2),
  tracking_no: spelt(few('T', 15)),
  to_country: fc.constantFrom('US', 'DE', 'JP'),
  from_country: fc.constant('CN'),
  shipped_at: instant,
  promised_deliver_at: maybe(instant),
  delivered_at: maybe(instant),
  deleted: fc.constantFrom(false, false, false, true),
});
const tracking = fc.record({
  shipment_id: spelt(fc.oneof(few('sh', 15), few('T', 15))),
  node: fc.constantFrom('pickup', 'export_customs', 'departure', 'arrival', 'import_customs', 'last_mile', 'delivered'),
  code: few('x', 2),
  occurred_at: instant,
});
const events = fc.record({
  source_id: few('e', 40),
  case_kind: fc.constantFrom('order', 'shipment', 'ticket', 'other'),
  case_id: spelt(fc.oneof(few('N', 25), few('sh', 15), few('T', 15), few('k', 5))),
  process: fc.constantFrom('fulfilment', 'customs_docs'),
  step: few('step', 2),
  resource_kind: maybe(fc.constantFrom('human', 'system', 'rpa')),
  started_at: instant,
  deleted: fc.constantFrom(false, false, false, true),
});
const tickets = fc.record({
  source_id: few('k', 5),
  order_number: maybe(spelt(few('N', 25))),
  opened_at: instant,
  deleted: fc.constantFrom(false, false, true),
});

const batch = <T extends object>(record: string, feed: number, rows: fc.Arbitrary<T>) =>
  fc.array(rows, { minLength: 1, maxLength: 30 }).map((r) => ({ record, feed, rows: r as object[] }));
const step = fc.oneof(
  { weight: 4, arbitrary: batch('order', 0, orders) },
  { weight: 1, arbitrary: batch('order', 1, orders) },
  { weight: 3, arbitrary: batch('order_line', 0, lines) },
  { weight: 2, arbitrary: batch('refund', 0, refunds) },
  { weight: 1, arbitrary: batch('customer_identity', 0, identities) },
  { weight: 1, arbitrary: batch('product', 2, products) },
  { weight: 1, arbitrary: batch('listing', 2, listings) },
  { weight: 1, arbitrary: batch('channel', 2, channels) },
  { weight: 3, arbitrary: batch('shipment', 3, shipments) },
  { weight: 2, arbitrary: batch('tracking_event', 3, tracking) },
  { weight: 3, arbitrary: batch('process_event', 4, events) },
  { weight: 1, arbitrary: batch('ticket', 5, tickets) },
);

/** Everything computed, without when it was computed. */
const computed = (access: Access) =>
  withTenant(access, async (work) => ({
    partials: await work.query(
      'select kpi, dim, day, key, num, den, rows from app.partials where tenant_id = $1 order by 1, 2, 3, 4',
      [access.tenant.id],
    ),
    byChannel: await work.query(
      'select kpi, channel, dim, day, key, num, den, rows from app.channel_partials where tenant_id = $1 order by 1, 2, 3, 4, 5',
      [access.tenant.id],
    ),
    entities: await work.query(
      'select kpi, entity, day, n from app.entity_days where tenant_id = $1 order by 1, 2, 3',
      [access.tenant.id],
    ),
    measurements: await work.query(
      `select kpi, "window", day, value, reason, numerator, denominator, sample, companions, excluded, caveats
       from app.measurements where tenant_id = $1 order by 1, 2, 3`,
      [access.tenant.id],
    ),
  }));

describe('incremental', () => {
  it('equals full, for random rows in random order with refunds, moves of day, deletions and replays', async () => {
    await fc.assert(
      fc.asyncProperty(zone, fc.array(step, { minLength: 2, maxLength: 9 }), async (zone, steps) => {
        const access = await testTenant({ zone });
        const feeds = [];
        for (let i = 0; i < 6; i++) feeds.push(await testFeed(access, `feed ${i}`, 'records'));
        for (const { record, feed, rows } of [...steps, steps[0]!]) {
          const run = await ingestRecords(access, feeds[feed]!, record, rows);
          expect(run.error).toBeNull();
          await recompute(access);
        }
        const incremental = await computed(access);
        expect(incremental.measurements.length + incremental.partials.length).toBeGreaterThanOrEqual(0);
        await recompute(access, { full: true });
        expect(incremental).toEqual(await computed(access));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 600_000);

  it('equals full for flat files that overlap and come again', async () => {
    const row = fc.tuple(
      few('F', 8),
      few('s', 3),
      fc.constantFrom('1', '2', '-1'),
      instant,
      few('c', 4),
      fc.constantFrom('US', 'DE'),
    );
    const mapping = {
      target: 'sales_lines',
      columns: { order_number: 'no', sku: 'sku', quantity: 'qty', placed_at: 'at', customer_id: 'who', country: 'to' },
      constants: { currency: 'USD', unit_price: '9.99', channel: 'site' },
    };
    await fc.assert(
      fc.asyncProperty(
        zone,
        fc.array(fc.array(row, { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 4 }),
        async (zone, files) => {
          const access = await testTenant({ zone });
          const feed = await testFeed(access);
          const texts = files.map((rows) => `no,sku,qty,at,who,to\n${rows.map((r) => r.join(',')).join('\n')}\n`);
          for (const text of [...texts, texts[0]!]) {
            const run = await ingest(access, feed, text, mapping);
            expect(run).toMatchObject({ error: null, rejected: 0 });
            expect(run.read).toBe(run.inserted + run.updated + run.unchanged);
            await recompute(access);
          }
          const incremental = await computed(access);
          await recompute(access, { full: true });
          expect(incremental).toEqual(await computed(access));
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  }, 600_000);

  it('equals full, and a straight load, for files with rows kept aside, mappings corrected and rows replayed', async () => {
    // As in any flat file, the rows of one order say the same of when and who.
    const heads = fc.array(fc.tuple(instant, few('c', 4)), { minLength: 6, maxLength: 6 });
    const row = fc.tuple(
      fc.nat(5),
      few('s', 3),
      fc.constantFrom('1', '2', '-1', 'two'),
      fc.constantFrom('US', 'Utopia', 'Erewhon'),
    );
    const mapping = (corrected: number) => ({
      target: 'sales_lines',
      columns: { order_number: 'no', sku: 'sku', quantity: 'qty', placed_at: 'at', customer_id: 'who', country: 'to' },
      constants: { currency: 'USD', unit_price: '9.99', channel: 'site' },
      countryNames: Object.fromEntries([['Utopia', 'FR'] as const, ['Erewhon', 'NZ'] as const].slice(0, corrected)),
    });
    const act = fc.record({ file: fc.nat(2), corrected: fc.nat(2), replay: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        zone,
        heads,
        fc.array(fc.array(row, { minLength: 1, maxLength: 15 }), { minLength: 3, maxLength: 3 }),
        fc.array(act, { minLength: 1, maxLength: 6 }),
        async (zone, heads, files, acts) => {
          const line = ([order, sku, quantity, to]: (typeof files)[number][number]) =>
            [`F${order}`, sku, quantity, ...heads[order]!, to].join(',');
          const texts = files.map((rows) => `no,sku,qty,at,who,to\n${rows.map(line).join('\n')}\n`);
          const [access, straight] = [await testTenant({ zone }), await testTenant({ zone })];
          const [feed, other] = [await testFeed(access), await testFeed(straight)];
          const runs: string[] = [];
          for (const { file, corrected, replay } of acts) {
            runs.push((await ingest(access, feed, texts[file]!, mapping(corrected))).id);
            if (replay) await replayOpen(access, runs[0]!);
            await recompute(access);
          }
          // Whatever happened before, in the end all files have come, in their order, under the right mapping.
          for (const text of texts) {
            runs.push((await ingest(access, feed, text, mapping(2))).id);
            await ingest(straight, other, text, mapping(2));
          }
          for (const id of runs) await replayOpen(access, id);
          for (const text of texts) await ingest(access, feed, text, mapping(2));
          await recompute(access);
          const incremental = await computed(access);
          await recompute(access, { full: true });
          expect(incremental).toEqual(await computed(access));
          for (const text of texts) await ingest(straight, other, text, mapping(2));
          await recompute(straight);
          const named = async (whose: Access, feedId: string) =>
            JSON.parse(JSON.stringify(await computed(whose)).replaceAll(feedId, 'feed'));
          expect(await named(access, feed)).toEqual(await named(straight, other));
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  }, 600_000);

  it('equals full where the weights of join pairs are set while days pass; days before keep their values', async () => {
    const first = Date.parse('2025-03-10T04:00:00Z');
    const weights = fc.option(
      fc.record({ 'order→shipment': fc.constantFrom(0.1, 1, 7), 'ticket→order': fc.constantFrom(0.5, 20) }),
      { nil: null },
    );
    const act = fc.record({
      days: fc.nat(2),
      set: fc.option(weights, { nil: undefined }),
      orders: fc.array(few('o', 9), { maxLength: 4 }),
      parcels: fc.array(few('o', 9), { maxLength: 3 }),
      tickets: fc.array(fc.option(few('o', 9), { nil: null }), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(zone, fc.array(act, { minLength: 2, maxLength: 6 }), async (zone, acts) => {
        vi.useFakeTimers({ toFake: ['Date'], now: first });
        const access = await testTenant({ zone });
        const feeds = await Promise.all(['shop', 'carrier', 'desk'].map((name) => testFeed(access, name, 'records')));
        let passed = 0;
        const valuesBefore = async (day: string) =>
          (await computed(access)).measurements.filter((m) => m.kpi === 'D01' && String(m.day) < day);
        for (const { days, set, orders, parcels, tickets } of acts) {
          passed += days;
          const now = new Date(first + passed * 86_400_000);
          vi.setSystemTime(now);
          const at = now.toISOString();
          const base = { currency: 'EUR', gross: '1.00', status: 'shipped' };
          const rows = {
            order: orders.map((id) => ({ source_id: `${id}-${passed}`, number: id, placed_at: at, ...base })),
            shipment: parcels.map((id) => ({ source_id: `p-${id}`, order_number: id, shipped_at: at })),
            ticket: tickets.map((id, n) => ({ source_id: `t-${passed}-${n}`, order_number: id, opened_at: at })),
          };
          for (const [i, [record, some]] of Object.entries(rows).entries())
            if (some.length)
              expect(await ingestRecords(access, feeds[i]!, record, some)).toMatchObject({ rejected: 0 });
          await withTenant(access, markVolatileDays);
          await recompute(access);
          if (set === undefined) continue;
          const today = localDay(now, zone);
          const kept = await valuesBefore(today);
          await withTenant(access, (work) => setPairWeights(work, { pairs: set }));
          await recompute(access);
          expect(await valuesBefore(today)).toEqual(kept);
        }
        const incremental = await computed(access);
        await recompute(access, { full: true });
        expect(incremental).toEqual(await computed(access));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 600_000);

  it('equals full where parcels on their way are held to what their lane took in the months before', async () => {
    // On that day those of July are due or not by what parcels of December to May took; what is beside these months counts for nothing.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-07-20T04:00:00Z') });
    const parcels = fc.record({
      id: fc.integer({ min: 1, max: 400 }),
      to_country: fc.constantFrom('US', 'US', 'US', 'US', 'US', 'DE'),
      from_country: fc.constant('CN'),
      stock_place: fc.constantFrom('home', 'home', 'home', 'home', 'home', 'platform'),
      on: fc.constantFrom('01', '08', '15'),
      days: fc.constantFrom(3, 9, 9, 9, 15, null),
      deleted: fc.constantFrom(false, false, false, false, false, false, true),
    });
    const pageOf = (...months: string[]) =>
      fc.tuple(fc.constantFrom(...months), fc.array(parcels, { minLength: 80, maxLength: 130 })).map(([month, rows]) =>
        rows.map(({ id, on, days, ...rest }) => {
          const shipped_at = `${month}-${on}T10:00:00Z`;
          const delivered_at = days && new Date(Date.parse(shipped_at) + days * 86_400_000);
          return { ...rest, source_id: `${month} ${id}`, shipped_at, delivered_at };
        }),
      );
    const history = fc.array(pageOf('2024-11', '2024-12', '2025-02', '2025-05'), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(zone, pageOf('2025-07'), history, async (zone, july, history) => {
        const access = await testTenant({ zone });
        const feed = await testFeed(access, 'carrier', 'records');
        for (const rows of [july, ...history]) {
          const run = await ingestRecords(access, feed, 'shipment', rows);
          expect(run).toMatchObject({ error: null, rejected: 0 });
          await recompute(access);
        }
        const incremental = await computed(access);
        await recompute(access, { full: true });
        expect(incremental).toEqual(await computed(access));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 600_000);
});

async function replayOpen(access: Access, id: string): Promise<void> {
  const [run] = await withTenant(access, (work) =>
    work.query("select from app.rejects where tenant_id = $1 and run_id = $2 and status = 'open' limit 1", [
      access.tenant.id,
      id,
    ]),
  );
  if (!run) return;
  const { runId } = await withTenant(access, (work) => replayRun(work, id));
  await executeRun(access, runId);
}
