import { describe, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { at, orderBase, partialsOf, rowsOf } from '../test-measured';
import { ingestRecords, setRates, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { readKpi } from './read-kpi';
import { readSilos } from './read-silos';
import { recompute } from './recompute';

const db = ownDatabase();

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
    const asked = { kpi: 'D06', at: '2025-01-09' };
    const rows = [
      ...(await rowsOf(access, { ...asked, part: 'denominator' })),
      ...(await rowsOf(access, { ...asked, part: 'excluded' })),
    ];
    expect(Object.fromEntries(rows.map((r) => [r.source_id, r.excluded]))).toEqual({
      all: 'fully_refunded',
      part: null,
      fee: null,
    });
  });

  it('D06 joins orders within 24 hours also across the night that lacks an hour', async () => {
    const access = await testTenant({ zone: 'Europe/London' });
    const feed = await testFeed(access, 'shop', 'records');
    const order = (id: string, placed_at: string) => ({
      ...orderBase,
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

  it('D01 looks for a case among records of its kind only', async () => {
    const access = await testTenant();
    const [shop, desk, log] = [
      await testFeed(access, 'shop', 'records'),
      await testFeed(access, 'desk', 'records'),
      await testFeed(access, 'log', 'records'),
    ];
    await ingestRecords(access, shop, 'order', [
      { ...orderBase, source_id: '1001', number: '1001', placed_at: at('2025-01-02') },
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
        await put('shop', 'order', [
          { ...orderBase, ...day, source_id: 'S-1001', number: 'S-1001', status: 'shipped' },
        ]);
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
    await ingestRecords(access, shop, 'order', [
      { ...orderBase, source_id: 'o', number: 'o', placed_at: at('2025-01-02') },
    ]);
    await ingestRecords(access, rates, 'fx_rate', [{ on: '2025-01-02', currency: 'USD', rate: '1.1' }]);
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'D01', at: '2025-01-02' }));
    expect(reading).toMatchObject({ value: null, reason: 'single_source' });
  });
});
