import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { forgetOrders } from './forget-orders';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());

it('where no worker has ever started there are no orders to forget', async () => {
  expect(await forgetOrders(randomUUID())).toBe(0);
});
