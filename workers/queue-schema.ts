import pg from 'pg';
import { database } from '@/db/client';
import { runMigrations } from './queue';

const lockKey = 7_261_002;

/**
 * Brings the queue's own schema up to date and lets role fairway_jobs use it. Safe to run again and at once from many
 * processes. Needed after db/migrate, also when the queues live in Redis (it stays empty then).
 * @param ownerUrl the database's owner; without it that of the process's own database
 */
export async function migrateQueue(ownerUrl = database().ownerUrl): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {}); // a lost connection is reported by the query that meets it
  await client.connect();
  try {
    // One after the other: two that grant the same at once fail.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await runMigrations(client, 'bullmq');
    // CREATE: the queue makes a sequence for each queue when it first meets it.
    await client.query(`grant usage, create on schema bullmq to fairway_jobs;
      grant select, insert, update, delete on all tables in schema bullmq to fairway_jobs;
      grant usage, select, update on all sequences in schema bullmq to fairway_jobs;
      grant execute on all functions in schema bullmq to fairway_jobs`);
  } finally {
    await client.end();
  }
}
