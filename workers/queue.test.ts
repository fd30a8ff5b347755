import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import type { Access } from '@/domain/tenants/access';
import { accessForJob } from '@/domain/tenants/ways-in';
import { withTenant } from '@/domain/work';
import { handlerFor } from './handle';
import { openJobsPool } from './jobs-pool';
import type { PatientPool } from './patient-pool';
import { openQueues, type Queues } from './queue';
import { migrateQueue } from './queue-schema';
import { relayOnce, startRelay } from './relay';
import { openTenantLocks } from './tenant-lock';
import { testJobs } from './test-jobs';

let db: Awaited<ReturnType<typeof testDatabase>>;
let pool: PatientPool;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  await migrateQueue(db.ownerUrl);
  pool = openJobsPool();
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

afterAll(async () => {
  await pool.end();
  await db.drop();
});

async function tenant(): Promise<Access> {
  const slug = `t-${randomUUID()}`;
  const [row] = await directoryQuery<{ id: string }>(
    "insert into directory.tenants (slug, name) values ($1, 'Tenant') returning id",
    [slug],
  );
  return (await accessForJob(row!.id, 'test'))!;
}

const enqueue = (access: Access, job: string, id: string = randomUUID()) =>
  withTenant(access, async (work) => {
    await work.enqueue(job, { id });
    return id;
  });

const notes = (access: Access) =>
  withTenant(access, async (work) =>
    (await work.query<{ id: string }>('select id from app.notes where tenant_id = $1', [work.tenant.id])).map(
      (r) => r.id,
    ),
  );

const outbox = async () => (await pool.query<{ n: number }>('select count(*) as n from app.outbox')).rows[0]!.n;

/** Queues at work on the test's jobs. */
async function work(
  trouble: Parameters<typeof testJobs>[0] = {},
): Promise<{ queues: Queues } & ReturnType<typeof testJobs>> {
  const made = testJobs(trouble);
  const queues = openQueues(pool);
  const locks = openTenantLocks(pool);
  await queues.consume('ingest', handlerFor('ingest', made.jobs, locks));
  stops.push(async () => {
    await queues.close();
    locks.close();
  });
  return { queues, ...made };
}

test('what a committed transaction enqueued is run, what a rolled back one did is not', async () => {
  const access = await tenant();
  const { queues, jobs } = await work();
  const relay = startRelay(pool, jobs, queues.hand);
  stops.push(() => relay.stop());
  const undone = withTenant(access, async (unit) => {
    await unit.enqueue('test.free', { id: randomUUID() });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const id = await enqueue(access, 'test.free');
  await vi.waitFor(async () => expect(await notes(access)).toEqual([id]), { timeout: 15_000 });
  expect(await outbox()).toBe(0);
});

test('a relay that dies after handing over hands over again, and the effect is there once', async () => {
  const access = await tenant();
  const { queues, jobs } = await work();
  const id = await enqueue(access, 'test.free');
  const dying = relayOnce(pool, jobs, async (order) => {
    await queues.hand(order);
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await outbox()).toBe(1);
  await vi.waitFor(async () => expect(await notes(access)).toEqual([id]), { timeout: 15_000 });
  expect(await relayOnce(pool, jobs, queues.hand)).toBe(1);
  expect(await outbox()).toBe(0);
  await vi.waitFor(async () => expect(await queues.pending('ingest')).toBe(0), { timeout: 15_000 });
  expect(await notes(access)).toEqual([id]);
});

test('two relays at once hand each row over once', async () => {
  const access = await tenant();
  const { queues, jobs } = await work();
  for (let n = 0; n < 12; n++) await enqueue(access, 'test.free');
  const handed: string[] = [];
  const hand = async (order: Parameters<Queues['hand']>[0]) => {
    handed.push(order.identity);
    await queues.hand(order);
  };
  await Promise.all([relayOnce(pool, jobs, hand), relayOnce(pool, jobs, hand)]);
  await relayOnce(pool, jobs, hand);
  expect(new Set(handed).size).toBe(12);
  expect(handed).toHaveLength(12);
  await vi.waitFor(async () => expect(await notes(access)).toHaveLength(12), { timeout: 15_000 });
});

test('a job that is unknown here waits for a worker that knows it; a payload that fits nothing is dropped', async () => {
  const access = await tenant();
  const { queues, jobs } = await work();
  await enqueue(access, 'job.of-a-newer-release');
  await withTenant(access, (unit) => unit.enqueue('test.free', { id: 'no uuid' }));
  const id = await enqueue(access, 'test.free');
  await relayOnce(pool, jobs, queues.hand);
  await vi.waitFor(async () => expect(await notes(access)).toEqual([id]), { timeout: 15_000 });
  expect(await outbox()).toBe(1);
  await pool.query('delete from app.outbox');
});

test('a tenant has one such job at a time, while another tenant is served', async () => {
  const [one, other] = [await tenant(), await tenant()];
  const { queues, jobs, seen } = await work({ holdMs: 300 });
  for (let n = 0; n < 3; n++) await enqueue(one, 'test.alone');
  await relayOnce(pool, jobs, queues.hand);
  await vi.waitFor(async () => expect(await notes(one)).toHaveLength(1), { timeout: 15_000 });
  expect(seen.most).toBe(1);
  await enqueue(other, 'test.alone');
  await relayOnce(pool, jobs, queues.hand);
  await vi.waitFor(
    async () => {
      expect(await notes(one)).toHaveLength(3);
      expect(await notes(other)).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
});

test('a failed attempt is followed by another; after the last the job says that it gave up', async () => {
  const access = await tenant();
  const twice = await work({ failures: 2 });
  const id = await enqueue(access, 'test.free');
  await relayOnce(pool, twice.jobs, twice.queues.hand);
  await vi.waitFor(async () => expect(await notes(access)).toEqual([id]), { timeout: 15_000 });
  expect(twice.seen.gaveUp).toEqual([]);
  await stops.pop()!();

  const always = await work({ failures: 99 });
  const lost = await enqueue(access, 'test.free');
  await relayOnce(pool, always.jobs, always.queues.hand);
  await vi.waitFor(() => expect(always.seen.gaveUp).toEqual([lost]), { timeout: 15_000 });
});

test('an order that comes while its twin runs is run after it', async () => {
  const access = await tenant();
  const { queues, jobs, seen } = await work({ holdMs: 400 });
  const id = await enqueue(access, 'test.free');
  await relayOnce(pool, jobs, queues.hand);
  await vi.waitFor(() => expect(seen.running).toBe(1), { timeout: 15_000 });
  await enqueue(access, 'test.free', id);
  await enqueue(access, 'test.free', id);
  await relayOnce(pool, jobs, queues.hand);
  await vi.waitFor(() => expect(seen.running).toBe(0), { timeout: 15_000, interval: 5 });
  await vi.waitFor(() => expect(seen.running).toBe(1), { timeout: 15_000, interval: 5 });
  await vi.waitFor(async () => expect(await queues.pending('ingest')).toBe(0), { timeout: 15_000 });
  expect(seen.most).toBe(1);
});

test('outlives the loss of all its connections', async () => {
  const access = await tenant();
  const { queues, jobs } = await work();
  const relay = startRelay(pool, jobs, queues.hand);
  stops.push(() => relay.stop());
  const first = await enqueue(access, 'test.alone');
  await vi.waitFor(async () => expect(await notes(access)).toEqual([first]), { timeout: 15_000 });
  const owner = new (await import('pg')).default.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  for (let n = 0; n < 3; n++) {
    await owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await owner.end();
  const second = await enqueue(access, 'test.alone');
  await vi.waitFor(async () => expect((await notes(access)).sort()).toEqual([first, second].sort()), {
    timeout: 30_000,
  });
});
