import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useDatabase as bringDatabase, type Database, openDatabase } from '@/db/client';
import { OWNER_ROLE } from '@/lib/embedded-postgres/cluster';

/** Opens the database of the Fairway under test for this process, as its parts would. */
export function openTrialDatabase(): Database {
  const folder = resolve(process.env.E2E_DATA_DIR ?? '.data');
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
  const { port, password } = read('postgres.json');
  Object.assign(process.env, read('secrets.json'), { FAIRWAY_DATA_DIR: folder });
  const url = `postgres://${OWNER_ROLE}:${encodeURIComponent(password!)}@127.0.0.1:${port}/fairway`;
  process.env.DATABASE_URL = url;
  const db = openDatabase(url, process.env.AUTH_SECRET!);
  bringDatabase(db);
  return db;
}
