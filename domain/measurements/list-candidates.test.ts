import { expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { keyForm } from '@/records/key-form';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { formOf } from './alike';
import { listCandidates } from './list-candidates';
import { recompute } from './recompute';

ownDatabase();

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

it('looks for a case among records of its kind, and for a scan of a parcel in its own feed too', async () => {
  const access = await testTenant();
  const feedOf = (name: string) => testFeed(access, name, 'records');
  const [shop, carrier, desk, log] = [
    await feedOf('shop'),
    await feedOf('carrier'),
    await feedOf('desk'),
    await feedOf('log'),
  ];
  const event = (id: string, case_kind: string, case_id: string) => ({
    ...{ source_id: id, case_kind, case_id, process: 'listing', step: 's', started_at: on },
  });
  await ingestRecords(access, shop, 'order', [
    { source_id: 'S-1001', number: 'S-1001', placed_at: on, status: 'placed', currency: 'CNY', gross: '10' },
  ]);
  await ingestRecords(access, carrier, 'shipment', [{ source_id: 'PARCEL-1', tracking_no: 'TW-77', shipped_at: on }]);
  await ingestRecords(access, carrier, 'tracking_event', [{ shipment_id: 'tw77', node: 'pickup', occurred_at: on }]);
  await ingestRecords(access, desk, 'ticket', [{ source_id: 'HELP-5', opened_at: on }]);
  await ingestRecords(access, log, 'process_event', [
    event('no ticket', 'ticket', 's1001'),
    event('order', 'order', 's.1001'),
    event('parcel', 'shipment', 'parcel1'),
    event('ticket', 'ticket', 'help5'),
    // One key that cases of two kinds go by is each of them.
    event('a ticket', 'ticket', 'help 5'),
    event('an order', 'order', 'help 5'),
  ]);
  await recompute(access);
  const found = await withTenant(access, (work) => listCandidates(work, { at: '2025-01-02' }));
  expect(found.map(({ pair, record, key, rows, other }) => [pair, record, key, rows, other]).sort()).toEqual([
    ['process_event→case', 'order', 's.1001', 1, 'S-1001'],
    ['process_event→case', 'shipment', 'parcel1', 1, 'PARCEL-1'],
    ['process_event→case', 'ticket', 'help 5', 1, 'HELP-5'],
    ['process_event→case', 'ticket', 'help5', 1, 'HELP-5'],
    ['shipment→tracking_event', 'tracking_event', 'TW-77', 1, 'tw77'],
  ]);
});

it('learns what a feed puts before its keys from the same of them each time', async () => {
  const access = await testTenant();
  const [shop, desk] = [await testFeed(access, 'shop', 'records'), await testFeed(access, 'desk', 'records')];
  const order = (number: string) => ({ source_id: number, number, placed_at: on, currency: 'CNY', gross: '10' });
  const numbers = (before: string, count: number) => Array.from({ length: count }, (_, n) => `${before}-${1001 + n}`);
  await ingestRecords(access, shop, 'order', numbers('ZZ', 600).map(order));
  await ingestRecords(access, shop, 'order', numbers('SO', 6).map(order));
  await ingestRecords(access, desk, 'ticket', [{ source_id: 't', order_number: '1003', opened_at: on }]);
  await recompute(access);
  const found = await withTenant(access, (work) => listCandidates(work, { at: '2025-01-02' }));
  expect(found.map(({ other }) => other)).toEqual(['SO-1003', 'ZZ-1003']);
});

it('has the form of a key as the database has it, whatever sign stands in it', async () => {
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((c) =>
    /[\p{P}\p{S}\p{Z}\p{Cf}\s]/u.test(c),
  );
  const keys = [...signs.map((c) => `A${c}1`), ...signs, '000', '007', 'ÉA-1', 'Ｋ－7', `${'x'.repeat(199)}-𝒳yz`];
  const forms = await withTenant(await testTenant(), (work) =>
    work.query<{ form: string }>(
      `select ${keyForm('k')} as form from unnest($1::text[]) with ordinality u(k, n) order by n`,
      [keys],
    ),
  );
  expect(keys.map((key, n) => [key, forms[n]!.form])).toEqual(keys.map((key) => [key, formOf(key)]));
});

it('has nothing to tell where all is joined, or nothing is there', async () => {
  const access = await testTenant();
  expect(await withTenant(access, (work) => listCandidates(work))).toEqual([]);
});
