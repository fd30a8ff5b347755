import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { forgetOrders } from './forget-orders';

ownDatabase();

it('where no worker has ever started there are no orders to forget', async () => {
  expect(await forgetOrders(randomUUID())).toBe(0);
});
