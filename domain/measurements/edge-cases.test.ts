import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { addDays, type Day, dayRange } from '@/lib/day';
import { listRuns, type RunSummary } from '../ingest/read-runs';
import type { Access } from '../tenants/access';
import { ingestRecords, setRates, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { closeMeasurements, markVolatileDays } from './close';
import { listRestatements } from './list-restatements';
import { readEvidence } from './read-evidence';
import { readKpi } from './read-kpi';
import { readSeries } from './read-series';
import { readSilos } from './read-silos';
import { recompute } from './recompute';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());
afterEach(() => vi.useRealTimers());

const base = { currency: 'CNY', gross: '10' };
const at = (day: Day, time = '04:00:00Z') => `${day}T${time}`;
/** The rows of a KPI on a day, all pages of them. */
async function rowsOf(access: Access, input: Parameters<typeof readEvidence>[1]) {
  const rows: Record<string, unknown>[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await withTenant(access, (work) => readEvidence(work, { limit: 1000, ...input, cursor }));
    rows.push(...page.rows);
    if (!page.next) return rows;
    cursor = page.next;
  }
}
const excludedOf = (rows: Record<string, unknown>[]) =>
  Object.fromEntries(rows.map((r) => [r.source_id, r.excluded])) as Record<string, string | null>;
const everything = async (access: Access, input: Parameters<typeof readEvidence>[1]) => [
  ...(await rowsOf(access, { ...input, part: 'denominator' })),
  ...(await rowsOf(access, { ...input, part: 'excluded' })),
];
const partialsOf = (access: Access, kpi: string) =>
  withTenant(access, (work) =>
    work.query(
      'select dim, day, key, num, den, rows from app.partials where tenant_id = $1 and kpi = $2 order by 1, 2, 3',
      [access.tenant.id, kpi],
    ),
  );

describe('evidence', () => {
  it('pages through every row, also where one record stands in several groups', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const orders = Array.from({ length: 5 }, (_, i) => ({
      ...base,
      source_id: `o${i}`,
      number: `o${i}`,
      status: 'shipped',
      placed_at: at('2025-01-05'),
    }));
    await ingestRecords(access, feed, 'order', orders);
    await recompute(access);
    const input = { kpi: 'D01', at: '2025-01-05' };
    const rows = await rowsOf(access, { ...input, limit: 3 });
    expect(rows).toHaveLength(10);
    expect(new Set(rows.map((r) => `${r.source_id} ${r.pair}`)).size).toBe(10);
  });

  it('is of the day that was measured when a later one is asked for', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const days = dayRange('2025-01-01', '2025-01-28');
    await ingestRecords(
      access,
      feed,
      'process_event',
      days.flatMap((day) =>
        [1, 2].map((n) => ({
          source_id: `${day} ${n}`,
          case_id: `${n}`,
          process: 'listing',
          step: 's',
          started_at: at(day, `0${n}:00:00Z`),
        })),
      ),
    );
    await recompute(access);
    const asked = { kpi: 'C01', at: '2025-01-30' };
    const reading = await withTenant(access, (work) => readKpi(work, { ...asked, by: 'process' }));
    expect(reading).toMatchObject({ denominator: 56, by: { rows: [{ denominator: 56 }] } });
    const evidence = await withTenant(access, (work) => readEvidence(work, asked));
    expect(evidence).toMatchObject({ totals: { denominator: 56 }, reconciles: true });
    expect(await rowsOf(access, asked)).toHaveLength(56);
  });

  it('does not claim to reconcile while days of its window wait', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const event = (id: string) => ({
      source_id: id,
      case_id: id,
      process: 'listing',
      step: 's',
      started_at: at('2025-01-05'),
    });
    await ingestRecords(access, feed, 'process_event', [event('a')]);
    await recompute(access);
    const asked = { kpi: 'C01', at: '2025-01-05' };
    expect((await withTenant(access, (work) => readEvidence(work, asked))).reconciles).toBe(true);
    await ingestRecords(access, feed, 'process_event', [event('b')]);
    expect((await withTenant(access, (work) => readEvidence(work, asked))).reconciles).toBe(false);
  });

  it('refuses what it does not know in words', async () => {
    const access = await testTenant();
    const ask = (input: object) => withTenant(access, (work) => readEvidence(work, { kpi: 'C01', ...input }));
    await expect(ask({ part: 'constructor' })).rejects.toThrow('unknown_part');
    await expect(ask({ cursor: '2025-99-99~x' })).rejects.toThrow('bad_cursor');
    await expect(ask({ cursor: '2025-01-01~\u0000' })).rejects.toThrow('bad_cursor');
    await expect(ask({ at: '0000-01-01' })).rejects.toThrow('not_a_day');
    await expect(withTenant(access, (work) => readSeries(work, { kpi: 'C01', grain: 'constructor' }))).rejects.toThrow(
      'unknown_grain',
    );
    await expect(withTenant(access, (work) => readSeries(work, { kpi: 'C01', from: '0000-01-01' }))).rejects.toThrow(
      'not_a_day',
    );
  });
});

describe('facts', () => {
  it('D06 asks for a full refund in the order’s own money, tax included and fees aside', async () => {
    await setRates(db, [
      ['CNY', '2025-01-02', 7.5],
      ['USD', '2025-01-02', 1],
      ['CNY', '2025-01-09', 7.0],
      ['USD', '2025-01-09', 1],
    ]);
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const order = { currency: 'USD', gross: '120', tax: '20', placed_at: at('2025-01-02') };
    const ids = ['all', 'part', 'fee'];
    await ingestRecords(
      access,
      feed,
      'order',
      ids.map((id) => ({ ...order, source_id: id, number: id, customer_id: id })),
    );
    const refund = { currency: 'USD', refunded_at: at('2025-01-09') };
    await ingestRecords(access, feed, 'refund', [
      { ...refund, source_id: '1', order_id: 'all', amount: '120' },
      { ...refund, source_id: '2', order_id: 'part', amount: '110' },
      { ...refund, source_id: '3', order_id: 'fee', amount: '60' },
      { ...refund, source_id: '4', order_id: 'fee', amount: '60', fee: true },
    ]);
    await recompute(access);
    const rows = await everything(access, { kpi: 'D06', at: '2025-01-09' });
    expect(excludedOf(rows)).toEqual({ all: 'fully_refunded', part: null, fee: null });
  });

  it('D06 joins orders within 24 hours also across the night that lacks an hour', async () => {
    const access = await testTenant({ zone: 'Europe/London' });
    const feed = await testFeed(access, 'shop', 'records');
    const order = (id: string, placed_at: string) => ({
      ...base,
      source_id: id,
      number: id,
      customer_id: 'c',
      placed_at,
    });
    await ingestRecords(access, feed, 'order', [order('second', '2025-03-30T23:15:00Z')]);
    await recompute(access);
    await ingestRecords(access, feed, 'order', [order('first', '2025-03-29T23:30:00Z')]);
    await recompute(access);
    const incremental = await partialsOf(access, 'D06');
    await recompute(access, { full: true });
    expect(incremental).toEqual(await partialsOf(access, 'D06'));
  });

  it('C05 asks of goods that start out in the market for the last nodes only, and within a customs union for no customs', async () => {
    const access = await testTenant();
    const carrier = await testFeed(access, 'carrier', 'records');
    const parcel = (id: string, from_country: string, to_country: string, stock_place = 'home') => ({
      ...{ source_id: id, from_country, to_country, stock_place, shipped_at: at('2025-01-02') },
      delivered_at: at('2025-01-09'),
    });
    const parcels = [
      parcel('own country', 'US', 'US'),
      parcel('warehouse', 'CN', 'US', 'overseas_warehouse'),
      parcel('far', 'CN', 'US'),
      parcel('union', 'DE', 'FR'),
      parcel('whole union', 'DE', 'FR'),
    ];
    await ingestRecords(access, carrier, 'shipment', parcels);
    const scan = (shipment_id: string, node: string, day: Day) => ({ shipment_id, node, occurred_at: at(day) });
    await ingestRecords(access, carrier, 'tracking_event', [
      ...parcels.flatMap(({ source_id }) => [
        scan(source_id, 'last_mile', '2025-01-08'),
        scan(source_id, 'delivered', '2025-01-09'),
      ]),
      scan('whole union', 'pickup', '2025-01-02'),
      scan('whole union', 'departure', '2025-01-03'),
      scan('whole union', 'arrival', '2025-01-05'),
    ]);
    await recompute(access);
    const rows = await rowsOf(access, { kpi: 'C05', at: '2025-01-09' });
    expect(Object.fromEntries(rows.map((r) => [r.source_id, r.missing]))).toEqual({
      'own country': 'none',
      warehouse: 'none',
      far: 'pickup',
      union: 'pickup',
      'whole union': 'none',
    });
  });

  it('C07 counts a line once, however many parcels bring it, and adds up what they bring', async () => {
    const access = await testTenant();
    const [shop, carrier] = [await testFeed(access, 'shop', 'records'), await testFeed(access, 'carrier', 'records')];
    const placed_at = at('2025-01-02');
    const numbers = ['two parcels', 'one late', 'halves', 'short'];
    await ingestRecords(
      access,
      shop,
      'order',
      numbers.map((n) => ({ ...base, source_id: n, number: n, placed_at })),
    );
    await ingestRecords(
      access,
      shop,
      'order_line',
      numbers.map((n) => ({
        source_id: n,
        order_id: n,
        placed_at,
        sku: 'A',
        quantity: '10',
        unit_price: '1',
        currency: 'CNY',
      })),
    );
    const parcel = (id: string, order_number: string, delivered: Day, rest: object = {}) => ({
      source_id: id,
      order_number,
      to_country: 'CN',
      promised_deliver_at: at('2025-01-10'),
      delivered_at: at(delivered),
      ...rest,
    });
    await ingestRecords(access, carrier, 'shipment', [
      parcel('1', 'two parcels', '2025-01-08'),
      parcel('2', 'two parcels', '2025-01-09'),
      parcel('3', 'one late', '2025-01-12'),
      parcel('4', 'one late', '2025-01-09', { promised_deliver_at: at('2025-01-11') }),
      parcel('5', 'halves', '2025-01-08', { sku: 'A', delivered_quantity: '5' }),
      parcel('6', 'halves', '2025-01-09', { sku: 'A', delivered_quantity: '5' }),
      parcel('7', 'short', '2025-01-09', { delivered_quantity: '4' }),
    ]);
    await recompute(access);
    const rows = await rowsOf(access, { kpi: 'C07', at: '2025-01-15' });
    expect(rows.map((r) => [r.order_number, r.cause]).sort()).toEqual([
      ['halves', 'on_time'],
      ['one late', 'late_carrier'],
      ['short', 'short'],
      ['two parcels', 'on_time'],
    ]);
    const incremental = await partialsOf(access, 'C07');
    await recompute(access, { full: true });
    expect(incremental).toEqual(await partialsOf(access, 'C07'));
  });

  it('C07 puts a failure down to customs where the time at a border explains it, and no other', async () => {
    const access = await testTenant();
    const [shop, carrier] = [await testFeed(access, 'shop', 'records'), await testFeed(access, 'carrier', 'records')];
    const parcel = (id: string, rest: object = {}) => ({
      source_id: id,
      order_number: id,
      tracking_no: `T${id}`,
      from_country: 'CN',
      to_country: 'US',
      shipped_at: at('2025-01-02'),
      promised_deliver_at: at('2025-01-15', '20:00:00Z'),
      delivered_at: at('2025-01-17', '20:00:00Z'),
      ...rest,
    });
    const missing = { delivered_at: null };
    await ingestRecords(access, carrier, 'shipment', [
      ...['held', 'held at export', 'in a day', 'keyed in late', 'no clearance', 'unseen'].map((id) => parcel(id)),
      parcel('in the union', { from_country: 'DE', to_country: 'FR' }),
      parcel('in the market', { stock_place: 'overseas_warehouse' }),
      parcel('on time', { delivered_at: at('2025-01-15', '20:00:00Z') }),
      ...['stuck', 'never cleared', 'released', 'lost at sea'].map((id) => parcel(id, missing)),
      parcel('near', { ...missing, from_country: 'US' }),
      // Of two parcels the one that was late decides; the line counts on the day of the other.
      parcel('two a', { order_number: 'two', promised_deliver_at: at('2025-01-20', '20:00:00Z') }),
      parcel('two b', { order_number: 'two' }),
    ]);
    await ingestRecords(
      access,
      shop,
      'order',
      ['two', 'held'].map((n) => ({ ...base, source_id: n, number: n, placed_at: at('2025-01-01') })),
    );
    await ingestRecords(
      access,
      shop,
      'order_line',
      ['two', 'held'].map((n) => ({
        source_id: n,
        order_id: n,
        placed_at: at('2025-01-01'),
        sku: 'A',
        quantity: '1',
        unit_price: '1',
        currency: 'CNY',
      })),
    );
    await recompute(access);
    const scan = (shipment_id: string, node: string, day: Day, code?: string) => ({
      shipment_id,
      node,
      code,
      occurred_at: at(day),
    });
    await ingestRecords(access, carrier, 'tracking_event', [
      ...['held', 'two b', 'on time', 'in the union', 'in the market'].flatMap((id) => [
        scan(id, 'arrival', '2025-01-08'),
        scan(id, 'import_customs', '2025-01-11', 'EDC'),
      ]),
      scan('held at export', 'export_customs', '2025-01-03', 'EXA'),
      scan('held at export', 'export_customs', '2025-01-06', 'EXC'),
      scan('in a day', 'arrival', '2025-01-08'),
      scan('in a day', 'import_customs', '2025-01-10'),
      scan('keyed in late', 'arrival', '2025-01-08'),
      scan('keyed in late', 'last_mile', '2025-01-09'),
      scan('keyed in late', 'import_customs', '2025-01-14'),
      scan('no clearance', 'arrival', '2025-01-05'),
      scan('no clearance', 'last_mile', '2025-01-09'),
      scan('Tstuck', 'import_customs', '2025-01-09', 'EME'),
      scan('Tstuck', 'exception', '2025-01-10'),
      scan('never cleared', 'arrival', '2025-01-09'),
      scan('released', 'import_customs', '2025-01-09', 'EDC'),
      scan('lost at sea', 'departure', '2025-01-05'),
      scan('near', 'arrival', '2025-01-09'),
    ]);
    await recompute(access);
    const rows = await rowsOf(access, { kpi: 'C07', at: '2025-01-25' });
    const cause = Object.fromEntries(rows.map((r) => [String(r.order_number), r.cause]));
    expect(cause).toEqual({
      held: 'held_at_customs',
      'held at export': 'held_at_customs',
      'in a day': 'late_carrier',
      'keyed in late': 'late_carrier',
      'no clearance': 'late_carrier',
      unseen: 'late_carrier',
      'in the union': 'late_carrier',
      'in the market': 'late_carrier',
      'on time': 'on_time',
      stuck: 'held_at_customs',
      'never cleared': 'held_at_customs',
      released: 'not_delivered',
      'lost at sea': 'not_delivered',
      near: 'not_delivered',
      two: 'held_at_customs',
    });
    const incremental = await partialsOf(access, 'C07');
    await recompute(access, { full: true });
    expect(incremental).toEqual(await partialsOf(access, 'C07'));
  });

  it('C07 sees a line that comes after its cancelled order, on another day', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const cancelled = { status: 'cancelled', cancelled_by: 'seller', placed_at: at('2025-01-02') };
    await ingestRecords(access, feed, 'order', [{ ...base, ...cancelled, source_id: 'o', number: 'o' }]);
    await recompute(access);
    const line = { source_id: 'l', order_id: 'o', sku: 'A', quantity: '1', unit_price: '1', currency: 'CNY' };
    await ingestRecords(access, feed, 'order_line', [{ ...line, placed_at: at('2025-01-04') }]);
    await recompute(access);
    expect(await withTenant(access, (work) => readEvidence(work, { kpi: 'C07', at: '2025-01-04' }))).toMatchObject({
      rows: [{ cause: 'cancelled_by_seller' }],
      totals: { rows: 1 },
    });
  });

  it('D01 looks for a case among records of its kind only', async () => {
    const access = await testTenant();
    const [shop, desk, log] = [
      await testFeed(access, 'shop', 'records'),
      await testFeed(access, 'desk', 'records'),
      await testFeed(access, 'log', 'records'),
    ];
    await ingestRecords(access, shop, 'order', [
      { ...base, source_id: '1001', number: '1001', placed_at: at('2025-01-02') },
    ]);
    await ingestRecords(access, desk, 'ticket', [{ source_id: '1001', opened_at: at('2025-01-02') }]);
    await ingestRecords(access, log, 'process_event', [
      {
        source_id: 'e',
        case_kind: 'order',
        case_id: '1001',
        process: 'listing',
        step: 's',
        started_at: at('2025-01-02'),
      },
    ]);
    await recompute(access);
    const rows = await rowsOf(access, { kpi: 'D01', at: '2025-01-02', dim: 'pair', key: 'process_event→case' });
    expect(rows.map((r) => r.why)).toEqual(['matched']);
  });

  it('D01 says of a key that is only written otherwise that it is, in each pair and whichever half comes first', async () => {
    for (const late of ['rows', 'halves']) {
      const access = await testTenant();
      const feeds: Record<string, string> = {};
      for (const name of ['shop', 'master', 'carrier', 'scans', 'desk', 'log'])
        feeds[name] = await testFeed(access, name, 'records');
      const put = (feed: string, record: string, rows: object[]) => ingestRecords(access, feeds[feed]!, record, rows);
      const day = { placed_at: at('2025-01-02') };
      const line = (id: string, sku: string, rest: object = {}) => ({
        ...{ source_id: id, order_id: 'S-1001', ...day, sku, quantity: '1', unit_price: '1', currency: 'CNY' },
        ...rest,
      });
      const event = (id: string, case_kind: string, case_id: string) => ({
        ...{ source_id: id, case_kind, case_id, process: 'listing', step: 's', started_at: at('2025-01-02') },
      });
      const rows = async () => {
        await put('shop', 'order', [{ ...base, ...day, source_id: 'S-1001', number: 'S-1001', status: 'shipped' }]);
        await put('shop', 'order_line', [
          line('case', 'mug-blue 1'),
          line('wide', 'ＭＵＧ－ＢＬＵＥ－１'),
          line('as it is', 'MUG-BLUE-1'),
          line('other', 'MUG-RED-1'),
          line('listed', 'amz.42', { channel: 'amazon' }),
        ]);
        await put('desk', 'ticket', [
          { source_id: 'T1', order_number: '#s1001', opened_at: at('2025-01-02') },
          { source_id: 'T2', order_number: 's1002', opened_at: at('2025-01-02') },
        ]);
        await put('log', 'process_event', [
          event('order', 'order', 's.1001'),
          event('parcel', 'shipment', 'tw 77'),
          event('ticket', 'ticket', 't1'),
          event('none', 'ticket', 's1001'),
        ]);
      };
      const halves = async () => {
        await put('master', 'product', [{ source_id: 'MUG-BLUE-1' }, { source_id: 'CUP 7' }]);
        await put('master', 'listing', [{ channel: 'amazon', channel_sku: 'AMZ-42', product_sku: 'cup7' }]);
        await put('carrier', 'shipment', [
          { source_id: 'P1', order_number: '00S1001', tracking_no: 'TW-77', shipped_at: at('2025-01-02') },
        ]);
        await put('scans', 'tracking_event', [{ shipment_id: 'tw77', node: 'pickup', occurred_at: at('2025-01-02') }]);
      };
      for (const part of late === 'rows' ? [halves, rows] : [rows, halves]) {
        await part();
        await recompute(access);
      }
      const found = await rowsOf(access, { kpi: 'D01', at: '2025-01-02' });
      const why = (pair: string) =>
        Object.fromEntries(found.filter((r) => r.pair === pair).map((r) => [r.source_id, r.why]));
      expect(why('order_line→product')).toEqual({
        case: 'written_otherwise',
        wide: 'written_otherwise',
        'as it is': 'matched',
        other: 'no_candidate',
        listed: 'written_otherwise',
      });
      expect(why('order→shipment')).toEqual({ 'S-1001': 'written_otherwise' });
      expect(why('shipment→tracking_event')).toEqual({ P1: 'written_otherwise' });
      expect(why('ticket→order')).toEqual({ T1: 'written_otherwise', T2: 'no_candidate' });
      expect(why('process_event→case')).toEqual({
        order: 'written_otherwise',
        parcel: 'written_otherwise',
        ticket: 'written_otherwise',
        none: 'no_candidate',
      });
      const silos = await withTenant(access, (work) => readSilos(work, { at: '2025-01-02' }));
      expect(silos.find((pair) => pair.pair === 'order_line→product')).toMatchObject({ matched: 1, format: 3 });
      const incremental = await partialsOf(access, 'D01');
      await recompute(access, { full: true });
      expect(incremental).toEqual(await partialsOf(access, 'D01'));
    }
  });

  it('D01 takes exchange rates for no second source', async () => {
    const access = await testTenant();
    const [shop, rates] = [await testFeed(access, 'shop', 'records'), await testFeed(access, 'rates', 'records')];
    await ingestRecords(access, shop, 'order', [{ ...base, source_id: 'o', number: 'o', placed_at: at('2025-01-02') }]);
    await ingestRecords(access, rates, 'fx_rate', [{ on: '2025-01-02', currency: 'USD', rate: '1.1' }]);
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'D01', at: '2025-01-02' }));
    expect(reading).toMatchObject({ value: null, reason: 'single_source' });
  });
});

describe('recompute', () => {
  const orders = (days: readonly Day[], rest: object = {}) =>
    days.map((day) => ({ ...base, source_id: day, number: day, channel: 'a', placed_at: at(day), ...rest }));

  it('in full moves nothing that is closed', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const days = dayRange('2024-01-01', '2024-10-01');
    await ingestRecords(access, feed, 'order', orders(days.slice(0, 150), { ship_country: 'US' }));
    await ingestRecords(access, feed, 'order', orders(days.slice(150), { ship_country: 'DE' }));
    await recompute(access);
    await withTenant(access, closeMeasurements);
    const stored = () =>
      withTenant(access, (work) =>
        work.query(
          'select kpi, "window", day, value, closed_at, restated_at from app.measurements where tenant_id = $1 order by 1, 2, 3',
          [access.tenant.id],
        ),
      );
    const before = await stored();
    await recompute(access, { full: true });
    expect(await withTenant(access, (work) => listRestatements(work))).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('knows that history grew when an old day comes late', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    await ingestRecords(access, feed, 'order', orders(dayRange('2025-01-01', '2025-01-10')));
    await recompute(access);
    await ingestRecords(access, feed, 'order', orders(['2023-01-01']));
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'E01', at: '2025-01-05' }));
    expect(reading.caveats).toEqual([]);
  });

  it('leaves a day to the feed that is still marking it, and does not wait', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    await ingestRecords(access, feed, 'order', orders(['2025-01-01', '2025-01-02']));
    await withTenant(access, async (work) => {
      await work.query("update app.dirty_days set marked_at = now() where tenant_id = $1 and day = '2025-01-02'", [
        access.tenant.id,
      ]);
      await recompute(access);
      expect(await partialsOf(access, 'E01')).not.toHaveLength(0);
    });
    expect(
      await withTenant(access, (work) =>
        work.query('select distinct day from app.dirty_days where tenant_id = $1', [access.tenant.id]),
      ),
    ).toEqual([{ day: '2025-01-02' }]);
  });

  it('counts what has come due while nothing ran', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'carrier', 'records');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at('2025-02-01')) });
    const days = dayRange('2025-01-20', '2025-02-08');
    await ingestRecords(
      access,
      feed,
      'shipment',
      days.map((day) => ({
        source_id: day,
        order_number: day,
        to_country: 'CN',
        promised_deliver_at: at(day),
        shipped_at: at('2025-01-19'),
      })),
    );
    await recompute(access);
    const later = addDays('2025-02-01', 20);
    vi.setSystemTime(new Date(at(later, '10:00:00Z')));
    await ingestRecords(access, feed, 'shipment', [{ source_id: 'alive', to_country: 'CN', shipped_at: at(later) }]);
    await withTenant(access, markVolatileDays);
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at: '2025-02-08' }));
    expect(reading).toMatchObject({ denominator: 20, numerator: 0 });
  });
});

describe('runs', () => {
  it('are all listed when many began in the same instant', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at('2025-02-01')) });
    for (let i = 0; i < 5; i++) await ingestRecords(access, feed, 'product', [{ source_id: `${i}` }]);
    const ids = new Set<string>();
    for (let cursor: string | undefined; ; ) {
      const page = await withTenant(access, (work) => listRuns(work, { limit: 2, cursor }));
      for (const run of page.data) ids.add(run.id);
      if (!page.next) break;
      cursor = page.next;
    }
    expect(ids.size).toBe(5);
  });

  it('are sorted over all their pages, with equal ones met once', async () => {
    const access = await testTenant();
    for (const name of ['B shop', 'a shop', 'C shop']) {
      const feed = await testFeed(access, name, 'records');
      await ingestRecords(access, feed, 'product', [{ source_id: '1' }, { source_id: name }]);
      await ingestRecords(access, feed, 'product', [{ source_id: '1' }]);
    }
    const all = async (sort: string) => {
      const found: RunSummary[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await withTenant(access, (work) => listRuns(work, { limit: 2, sort, cursor }));
        found.push(...page.data);
        if (!page.next) return found;
        cursor = page.next;
      }
    };
    const feeds = (await all('feed')).map((run) => run.feedName);
    expect(feeds).toEqual(['a shop', 'a shop', 'B shop', 'B shop', 'C shop', 'C shop']);
    const read = await all('-read');
    expect(read.map((run) => run.read)).toEqual([2, 2, 2, 1, 1, 1]);
    expect(new Set(read.map((run) => run.id)).size).toBe(6);
    const newest = (await all('-when')).map((run) => run.id);
    expect((await all('when')).map((run) => run.id)).toEqual(newest.reverse());
    expect((await all('nothing')).map((run) => run.id)).toEqual((await all('-when')).map((run) => run.id));
  });
});
