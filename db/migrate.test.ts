import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from '@/lib/embedded-postgres';
import { migrateQueue } from '@/workers/queue-schema';
import { migrate, pendingMigrations } from './migrate';
import { urlForRole } from './roles';

const secret = 'a secret that only this test knows, and long enough';
let dataDir: string;
let server: EmbeddedPostgres;
let ownerUrl: string;

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fairway-migrate-'));
  server = await startEmbeddedPostgres({ dataDir, durable: false });
  await ask(server.url, `create role keeper login createrole password 'keeper'`);
  await ask(server.url, 'create database firm owner keeper');
  const url = new URL(server.url);
  Object.assign(url, { username: 'keeper', password: 'keeper', pathname: '/firm' });
  ownerUrl = url.href;
});
afterAll(async () => {
  await server?.stop();
  await removeEmbeddedPostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

test('an owner who may create roles, and is no superuser, migrates; and again', async () => {
  for (let n = 0; n < 2; n++) {
    await migrate(ownerUrl, secret);
    await migrateQueue(ownerUrl);
  }
  expect(await pendingMigrations(ownerUrl)).toEqual([]);
  const runtime = urlForRole(ownerUrl, 'fairway_runtime', secret);
  expect(await ask(runtime, 'select count(*)::int as n from app.orders')).toEqual([{ n: 0 }]);
});

test('rows kept aside for fields with endless names keep no database from coming up to date', async () => {
  const long = "(select string_agg(chr(19968 + n * 7919 % 20000), '') from generate_series(1, 9000) n)";
  const all = new URL(ownerUrl);
  Object.assign(all, { username: new URL(server.url).username, password: new URL(server.url).password });
  await ask(
    all.href,
    `drop index app.rejects_open_idx;
     create index rejects_open_idx on app.rejects (tenant_id, feed_id, id) where status = 'open';
     set session_replication_role = replica;
     insert into app.rejects (tenant_id, run_id, feed_id, line, field, code, raw, raw_hash)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, ${long}, 'unknown_field', '{}', '')`,
  );
  await ask(ownerUrl, readFileSync('db/migrations/0010_fields_of_open_rejects.sql', 'utf8'));
  expect(await ask(all.href, 'select length(field) from app.rejects')).toEqual([{ length: 255 }]);
});

test('a role of ours that may pass the walls is refused', async () => {
  await ask(server.url, 'alter role fairway_runtime bypassrls');
  await expect(migrate(ownerUrl, secret)).rejects.toThrow(/fairway_runtime may pass the walls/);
  await ask(server.url, 'alter role fairway_runtime nobypassrls');
});
