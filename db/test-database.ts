import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { env } from '@/lib/env';

let made = 0;

/**
 * A migrated, empty database for one test file: a clone of the template. Call it once a file (`beforeAll`), and `drop` it
 * in `afterAll`; tests within a file keep apart by their tenants. Hand it to `useDatabase` when the code under test asks for
 * the process's database.
 */
export async function testDatabase(): Promise<Database & { drop(): Promise<void> }> {
  const { url, template } = inject('testCluster');
  const name = `test_${process.pid}_${++made}_${Math.random().toString(36).slice(2, 8)}`;
  await onCluster(url, `create database ${name} template ${template}`);
  const owner = new URL(url);
  owner.pathname = `/${name}`;
  const db = openDatabase(owner.href, env().AUTH_SECRET);
  return {
    ...db,
    async drop() {
      await db.close();
      await onCluster(url, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onCluster(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
