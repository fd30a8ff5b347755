import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { migrateQueue } from './queue-schema';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());

it('is brought up to date by many processes at once', async () => {
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => migrateQueue()));
  expect(all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
});
