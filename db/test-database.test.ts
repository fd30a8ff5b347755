import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/test-database';

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

test('each test file has a database of its own, gone after drop', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await run(one.ownerUrl, 'create table mine (n int)');
  await expect(run(other.ownerUrl, 'select n from mine')).rejects.toThrow('does not exist');
  await one.drop();
  await expect(run(one.ownerUrl, 'select 1')).rejects.toThrow('does not exist');
  await other.drop();
});
