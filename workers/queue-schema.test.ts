import { expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { migrateQueue } from './queue-schema';

ownDatabase();

it('is brought up to date by many processes at once', async () => {
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => migrateQueue()));
  expect(all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
});
