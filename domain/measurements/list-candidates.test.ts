import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { listCandidates } from './list-candidates';
import { recompute } from './recompute';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());

const on = '2025-01-02T04:00:00Z';

it('tells what unmatched keys probably mean, the surest first, and nothing of another feed’s own', async () => {
  const access = await testTenant();
  const feedOf = (name: string) => testFeed(access, name, 'records');
  const [shop, master, carrier, desk] = [
    await feedOf('shop'),
    await feedOf('master'),
    await feedOf('carrier'),
    await feedOf('desk'),
  ];
  const order = (number: string) => ({
    ...{ source_id: number, number, placed_at: on, status: 'shipped', currency: 'CNY', gross: '10' },
  });
  const line = (id: string, sku: string, title: string) => ({
    ...{
      source_id: id,
      order_id: 'SO-1001',
      placed_at: on,
      sku,
      title,
      quantity: '1',
      unit_price: '1',
      currency: 'CNY',
    },
  });
  const numbers = ['SO-1001', 'SO-1002', 'SO-1003', 'SO-1004', 'SO-1005', 'SO-1006'];
  await ingestRecords(access, shop, 'order', numbers.map(order));
  await ingestRecords(access, shop, 'order_line', [
    line('1', 'mug blue 01', 'Mug'),
    line('2', 'MUG-BLEU-01', 'Mug'),
    line('3', 'mug blue 01', 'Mug'),
    line('4', 'XK-9', 'Tea pot, large'),
    line('5', 'NOTHING-LIKE-IT', 'Lamp'),
  ]);
  await ingestRecords(access, master, 'product', [
    { source_id: 'MUG-BLUE-01', title: 'Blue mug' },
    { source_id: 'POT-3', title: 'Tea Pot Large' },
  ]);
  await ingestRecords(access, carrier, 'shipment', [
    // One order has its parcel; what is written of the other's leads to none.
    { source_id: 'p1', order_number: 'SO-1001', shipped_at: on },
    { source_id: 'p2', order_number: '1002', shipped_at: on },
  ]);
  await ingestRecords(access, desk, 'ticket', [{ source_id: 't', order_number: '1003', opened_at: on }]);
  await recompute(access);
  const list = (pair?: string) => withTenant(access, (work) => listCandidates(work, { at: '2025-01-02', pair }));
  const told = (await list()).map(({ pair, key, rows, other, why, score }) => [pair, key, rows, other, why, score]);
  expect(told).toEqual([
    ['order_line→product', 'mug blue 01', 2, 'MUG-BLUE-01', 'format', 1],
    ['order_line→product', 'MUG-BLEU-01', 1, 'MUG-BLUE-01', 'letter', 8 / 9],
    ['ticket→order', '1003', 1, 'SO-1003', 'part', 4 / 6],
    ['order→shipment', 'SO-1002', 1, '1002', 'part', 4 / 6],
    ['order_line→product', 'XK-9', 1, 'POT-3', 'title', 0.5],
  ]);
  expect(await list('ticket→order')).toMatchObject([{ record: 'order', feedId: shop }]);
  await expect(list('moon')).rejects.toThrow('unknown_pair');
});

it('has nothing to tell where all is joined, or nothing is there', async () => {
  const access = await testTenant();
  expect(await withTenant(access, (work) => listCandidates(work))).toEqual([]);
});
