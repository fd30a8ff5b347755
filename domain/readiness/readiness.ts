import { Redis } from 'ioredis';
import { database, directoryQuery } from '@/db/client';
import { pendingMigrations } from '@/db/migrate';
import { env } from '@/lib/env';

/** Seconds without a sign of life after which no worker counts as running. */
const heartbeatSeconds = 30;

export interface Check {
  ok: boolean;
  /** For the operator, when not ok. */
  detail?: string;
}

export interface Readiness {
  status: 'ready' | 'not_ready';
  checks: Record<'database' | 'migrations' | 'queue' | 'worker', Check>;
}

/** Since when no worker has given a sign of life (`since` null: none ever did); null while one runs. */
export async function workerSilence(): Promise<{ since: Date | null } | null> {
  const [row] = await directoryQuery<{ since: Date | null; alive: boolean | null }>(
    `select max(at) as since, max(at) > now() - make_interval(secs => $1) as alive
     from directory.heartbeats where process like 'worker%'`,
    [heartbeatSeconds],
  );
  return row!.alive ? null : { since: row!.since };
}

/** Whether a worker has given a sign of life within the last half minute. */
export const workerIsAlive = async (): Promise<boolean> => (await workerSilence()) === null;

async function queueAnswers(): Promise<Check> {
  const url = env().REDIS_URL;
  if (url) {
    const redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: 2000,
      maxRetriesPerRequest: 0,
      retryStrategy: null,
    });
    redis.on('error', () => {});
    try {
      await redis.connect();
      await redis.ping();
      return { ok: true };
    } finally {
      redis.disconnect();
    }
  }
  const { rows } = await database()
    .pool('fairway_jobs')
    .query<{ tables: number }>(
      "select count(*)::int as tables from information_schema.table_privileges where table_schema = 'bullmq' and privilege_type = 'INSERT'",
    );
  return rows[0]!.tables > 0
    ? { ok: true }
    : { ok: false, detail: 'no tables yet; a worker makes them when it starts' };
}

async function check(ask: () => Promise<Check>): Promise<Check> {
  try {
    return await ask();
  } catch (error) {
    // The code only: an error's message may hold addresses.
    return { ok: false, detail: String((error as { code?: string }).code ?? 'no answer') };
  }
}

/** Asks each part that a working service needs. Never throws. */
export async function readiness(): Promise<Readiness> {
  const [reachable, migrations, queue, worker] = await Promise.all([
    check(async () => {
      await database().pool('fairway_runtime').query('select 1');
      return { ok: true };
    }),
    check(async () => {
      const pending = await pendingMigrations(database().ownerUrl);
      return pending.length ? { ok: false, detail: `pending: ${pending.join(', ')}` } : { ok: true };
    }),
    check(queueAnswers),
    check(async () =>
      (await workerIsAlive()) ? { ok: true } : { ok: false, detail: `no heartbeat within ${heartbeatSeconds} seconds` },
    ),
  ]);
  const checks = { database: reachable, migrations, queue, worker };
  return { status: Object.values(checks).every((c) => c.ok) ? 'ready' : 'not_ready', checks };
}
