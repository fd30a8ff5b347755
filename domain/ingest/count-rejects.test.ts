import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { ingest, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { countRejects } from './count-rejects';
import { listRejects } from './list-rejects';

ownDatabase();

const sales = [
  'no,sku,qty,price,at,to',
  '1,A,2,10.00,2025-03-02 10:00:00,US',
  '2,A,1,10.00,2025-13-02 10:00:00,US',
  '3,A,1,10.00,2025-03-03 10:00:00,Atlantis',
  '4,A,1,10.00,2025-03-04 10:00:00,Mars',
  '5,A,1,10.00,2025-03-04 10:00:00,US,and a cell too many',
].join('\n');
const mapping = {
  target: 'sales_lines',
  columns: { order_number: 'no', sku: 'sku', quantity: 'qty', unit_price: 'price', placed_at: 'at', country: 'to' },
  constants: { currency: 'CNY', channel: 'site' },
  timezone: 'Asia/Shanghai',
};

it('rows kept aside are counted by the field of their fault, and listed by it', async () => {
  const access = await testTenant();
  const { id: runId } = await ingest(access, await testFeed(access, 'shop'), sales, mapping);
  expect(await withTenant(access, (work) => countRejects(work, { runId }))).toEqual([
    { field: 'country', count: 2 },
    { field: '', count: 1 },
    { field: 'placed_at', count: 1 },
  ]);
  const lines = async (field?: string) =>
    (await withTenant(access, (work) => listRejects(work, { runId, field }))).data.map((reject) => reject.line);
  expect(await lines('country')).toEqual([4, 5]);
  expect(await lines('')).toEqual([6]);
  expect(await lines()).toEqual([3, 4, 5, 6]);
});

it('rows kept aside are sorted over their pages, hold their cells in the order of the file, and are those of a feed too', async () => {
  const access = await testTenant();
  const feedId = await testFeed(access, 'shop');
  const { id: runId } = await ingest(access, feedId, sales, mapping);
  const other = await ingest(access, feedId, `${sales.split('\n')[0]}\n9,A,1,10.00,never,US`, mapping);
  const pages = async (of: Parameters<typeof listRejects>[1]) => {
    const found: { line: number; runId: string }[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await withTenant(access, (work) => listRejects(work, { ...of, cursor, limit: 2 }));
      found.push(...page.data);
      if (!page.next) return found;
      cursor = page.next;
    }
  };
  expect((await pages({ runId, sort: '-line' })).map((one) => one.line)).toEqual([6, 5, 4, 3]);
  expect((await pages({ runId, sort: 'value' })).map((one) => one.line)).toEqual([6, 3, 4, 5]);
  expect((await pages({ runId, sort: 'raw' })).map((one) => one.line)).toEqual([3, 4, 5, 6]);
  expect((await pages({ feedId })).map((one) => one.runId)).toEqual([runId, runId, runId, runId, other.id]);
  expect(await withTenant(access, (work) => countRejects(work, { feedId }))).toContainEqual({
    field: 'placed_at',
    count: 2,
  });
  const elsewhere = await testFeed(await testTenant(), 'shop');
  for (const unknown of [randomUUID(), elsewhere, 'shop'])
    await expect(withTenant(access, (work) => listRejects(work, { feedId: unknown }))).rejects.toMatchObject({
      code: 'not_found',
    });
  const { data } = await withTenant(access, (work) => listRejects(work, { runId, limit: 1 }));
  expect(Object.keys(data[0]!.raw)).toEqual(['no', 'sku', 'qty', 'price', 'at', 'to']);
});

it('the rows of a feed that wait are counted by their index alone', async () => {
  const access = await testTenant();
  const feedId = await testFeed(access, 'shop');
  await ingest(access, feedId, sales, mapping);
  const asked: string[] = [];
  await withTenant(access, (work) => {
    const query: typeof work.query = (text, params) => {
      asked.push(text);
      return work.query(text, params);
    };
    return countRejects({ ...work, query }, { feedId });
  });
  const plan = await withTenant(access, async (work) => {
    await work.execute('set local enable_seqscan = off');
    await work.execute('set local enable_bitmapscan = off');
    return work.query<Record<string, string>>(`explain ${asked.at(-1)}`, [work.tenant.id, feedId]);
  });
  expect(plan.flatMap((row) => Object.values(row)).join('\n')).toContain('Index Only Scan using rejects_open_idx');
});
