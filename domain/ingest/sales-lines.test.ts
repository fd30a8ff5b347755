import { describe, expect, it } from 'vitest';
import { retailColumns } from '@/db/seed/online-retail/columns';
import { ownDatabase } from '@/db/test-own-database';
import { ingest, testFeed, testTenant, uploadText } from '../test-tenant';
import { withTenant } from '../work';
import { executeRun } from './execute-run';
import type { MappingInput } from './mapping';
import { getRun } from './read-runs';
import { startRun } from './start-run';

ownDatabase();

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
const mapping: MappingInput = {
  ...retailColumns,
  nonProductSkus: ['POST'],
  countryNames: { EIRE: 'IE' },
};
const rows = [
  '1,A,Lamp,2,2011-03-01 10:00:00,3.50,17,United Kingdom',
  '1,A,Lamp,2,2011-03-01 10:00:00,3.50,17,United Kingdom',
  '1,POST,POSTAGE,1,2011-03-01 10:00:00,4.00,17,United Kingdom',
  '2,B,Shade,1,2011-03-01 11:00:00,10,18,EIRE',
  'C3,B,Shade,-1,2011-03-02 09:00:00,10,18,EIRE',
].join('\n');
const counts = ({ read, inserted, updated, unchanged, rejected }: Record<string, unknown>) => ({
  read,
  inserted,
  updated,
  unchanged,
  rejected,
});

describe('a flat sales file', () => {
  it('becomes orders, lines, refunds, customers and a channel, with sums in the orders', async () => {
    const access = await testTenant({ currency: 'GBP', zone: 'Europe/London' });
    const feed = await testFeed(access);
    const run = await ingest(access, feed, header + rows, mapping);
    expect(run.error).toBeNull();
    expect(counts({ ...run })).toEqual({ read: 5, inserted: 5, updated: 0, unchanged: 0, rejected: 0 });
    const state = await withTenant(access, async (work) => ({
      orders: await work.query(
        'select source_id, gross_minor, shipping_minor, net_reporting_minor, ship_country, customer_key, day from app.orders where tenant_id = $1 order by 1',
        [access.tenant.id],
      ),
      lines: await work.query(
        'select source_id, amount_minor, fee from app.order_lines where tenant_id = $1 order by 1',
        [access.tenant.id],
      ),
      refunds: await work.query('select amount_minor, day, order_id from app.refunds where tenant_id = $1', [
        access.tenant.id,
      ]),
      dirty: await work.query('select record, day from app.dirty_days where tenant_id = $1 order by 1, 2', [
        access.tenant.id,
      ]),
    }));
    expect(state.orders).toEqual([
      {
        source_id: '1',
        gross_minor: 1400,
        shipping_minor: 400,
        net_reporting_minor: 1400,
        ship_country: 'GB',
        customer_key: 'login:website:17',
        day: '2011-03-01',
      },
      {
        source_id: '2',
        gross_minor: 1000,
        shipping_minor: 0,
        net_reporting_minor: 1000,
        ship_country: 'IE',
        customer_key: 'login:website:18',
        day: '2011-03-01',
      },
    ]);
    expect(state.lines.map((l) => l.source_id)).toEqual([
      'L|1|A|2|3.5|1',
      'L|1|A|2|3.5|2',
      'L|1|POST|1|4|1',
      'L|2|B|1|10|1',
    ]);
    expect(state.refunds).toEqual([{ amount_minor: 1000, day: '2011-03-02', order_id: 'C3' }]);
    expect(state.dirty).toEqual([
      { record: 'order', day: '2011-03-01' },
      { record: 'order', day: '2011-03-02' },
    ]);
  });

  it('changes nothing when it comes again, and adds only what is new when one overlaps it', async () => {
    const access = await testTenant({ currency: 'GBP' });
    const feed = await testFeed(access);
    await ingest(access, feed, header + rows, mapping);
    await withTenant(access, (work) =>
      work.query('delete from app.dirty_days where tenant_id = $1', [access.tenant.id]),
    );
    const again = await ingest(access, feed, header + rows);
    expect(counts({ ...again })).toEqual({ read: 5, inserted: 0, updated: 0, unchanged: 5, rejected: 0 });
    const dirty = await withTenant(access, (work) =>
      work.query('select from app.dirty_days where tenant_id = $1', [access.tenant.id]),
    );
    expect(dirty).toHaveLength(0);
    const overlap = await ingest(
      access,
      feed,
      `${header}${rows.split('\n').slice(3).join('\n')}\n4,A,Lamp,1,2011-03-03 10:00:00,3.50,,France\n`,
    );
    expect(counts({ ...overlap })).toEqual({ read: 3, inserted: 1, updated: 0, unchanged: 2, rejected: 0 });
  });

  it('sums an order whose lines lie in two pages of a first load, and one whose lines lie in one', async () => {
    const access = await testTenant({ currency: 'GBP' });
    const feed = await testFeed(access);
    const line = (order: number, quantity: number) =>
      `${order},${quantity % 7 ? 'A' : 'POST'},Lamp,${quantity},2011-03-01 10:00:00,1.25,${order},France\n`;
    // Pages of the first load end after some thousand rows: order 1 has its second half far behind its first.
    let file = header;
    for (let i = 0; i < 10; i++) file += line(1, i + 1);
    for (let order = 2; order < 800; order++) for (let i = 0; i < 3; i++) file += line(order, order + i);
    for (let i = 0; i < 10; i++) file += line(1, i + 20);
    const run = await ingest(access, feed, file, mapping);
    expect(counts({ ...run })).toEqual({ read: 2414, inserted: 2414, updated: 0, unchanged: 0, rejected: 0 });
    const sums = `select o.source_id, o.gross_minor, o.shipping_minor, o.total_minor, o.net_reporting_minor,
        coalesce(sum(l.amount_minor) filter (where not l.fee), 0)::int as goods,
        coalesce(sum(l.amount_minor) filter (where l.fee), 0)::int as fees
      from app.orders o join app.order_lines l on l.tenant_id = $1 and l.order_id = o.source_id
      where o.tenant_id = $1 group by 1, 2, 3, 4, 5`;
    const orders = await withTenant(access, (work) => work.query(sums, [access.tenant.id]));
    expect(orders).toHaveLength(799);
    for (const o of orders)
      expect(o).toMatchObject({
        gross_minor: o.goods,
        shipping_minor: o.fees,
        total_minor: Number(o.goods) + Number(o.fees),
        net_reporting_minor: o.goods,
      });
  });

  it('is loaded once when two processes take its run up at once', async () => {
    const access = await testTenant({ currency: 'GBP' });
    const feed = await testFeed(access);
    const upload = await uploadText(access, header + rows);
    const { runId } = await withTenant(access, (work) => startRun(work, { feedId: feed, upload, mapping }));
    await Promise.all([executeRun(access, runId), executeRun(access, runId)]);
    const run = await withTenant(access, (work) => getRun(work, runId));
    expect(run.status).toBe('succeeded');
    expect(counts({ ...run })).toEqual({ read: 5, inserted: 5, updated: 0, unchanged: 0, rejected: 0 });
  });
});
