import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { raiseWalls } from './walls';

const folder = join(process.cwd(), 'db', 'migrations');
const lockKey = 7_261_001;

/**
 * Brings a database up to date: tables, roles, walls. Two processes that start at once wait for one another.
 * @param ownerUrl a role that may create schemas and roles
 * @param secret AUTH_SECRET, from which the roles' passwords derive
 */
export async function migrate(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(
      'create schema if not exists app; create schema if not exists directory; create schema if not exists reference',
    );
    await applyMigrations(drizzle(client), {
      migrationsFolder: folder,
      migrationsSchema: 'reference',
      migrationsTable: 'migrations',
    });
    await raiseWalls(client, secret);
  } finally {
    await client.end();
  }
}

/** Migrations that the database still lacks. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ created_at: string }>('select created_at from reference.migrations');
    const applied = new Set(rows.map((r) => Number(r.created_at)));
    return journal.entries.filter((e) => !applied.has(e.when)).map((e) => e.tag);
  } catch (error) {
    // 42P01, 3F000: the table or its schema is not there, so nothing was applied.
    if (['42P01', '3F000'].includes((error as { code?: string }).code ?? '')) return journal.entries.map((e) => e.tag);
    throw error;
  } finally {
    await client.end();
  }
}
