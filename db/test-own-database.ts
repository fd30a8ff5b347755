import { afterAll, beforeAll } from 'vitest';
import { type Database, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';

/** A test file's database, which is its process's too: there before the tests and whatever they prepare, dropped after all. */
export function ownDatabase(): Database {
  const db = {} as Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    Object.assign(db, await testDatabase());
    useDatabase(db);
  });
  afterAll(() => db.drop());
  return db;
}
