import { describe, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import type { Day } from '@/lib/day';
import { at, orderBase, partialsOf, rowsOf } from '../test-measured';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { readEvidence } from './read-evidence';
import { recompute } from './recompute';

ownDatabase();

describe('facts', () => {
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
      numbers.map((n) => ({ ...orderBase, source_id: n, number: n, placed_at })),
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
      ['two', 'held'].map((n) => ({ ...orderBase, source_id: n, number: n, placed_at: at('2025-01-01') })),
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
    await ingestRecords(access, feed, 'order', [{ ...orderBase, ...cancelled, source_id: 'o', number: 'o' }]);
    await recompute(access);
    const line = { source_id: 'l', order_id: 'o', sku: 'A', quantity: '1', unit_price: '1', currency: 'CNY' };
    await ingestRecords(access, feed, 'order_line', [{ ...line, placed_at: at('2025-01-04') }]);
    await recompute(access);
    expect(await withTenant(access, (work) => readEvidence(work, { kpi: 'C07', at: '2025-01-04' }))).toMatchObject({
      rows: [{ cause: 'cancelled_by_seller' }],
      totals: { rows: 1 },
    });
  });
});
