import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { getRun } from '@/domain/ingest/read-runs';
import { startRecordsRun } from '@/domain/ingest/start-run';
import { operatorAtDesk } from '@/domain/platform/access';
import { resumeTenant, suspendTenant } from '@/domain/platform/suspend-tenant';
import type { Access } from '@/domain/tenants/access';
import { testFeed, testTenant, uploadText } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { jobByName } from './catalogue';
import { readQueues, removeJob, retryAll, retryJob, useDeskQueues } from './desk/queues';
import { handlerFor } from './handle';
import { openJobsPool } from './jobs-pool';
import type { PatientPool } from './patient-pool';
import { openQueues, type Queues } from './queue';
import { migrateQueue } from './queue-schema';
import { relayOnce } from './relay';
import { openTenantLocks } from './tenant-lock';
import { testJobs } from './test-jobs';
import { tickTenant } from './tick';

let db: Awaited<ReturnType<typeof testDatabase>>;
let pool: PatientPool;
const stops: (() => unknown)[] = [];
const desk = operatorAtDesk();

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

/** The queue of runs at work on the real jobs. */
async function work(jobs: Parameters<typeof handlerFor>[1] = jobByName): Promise<Queues> {
  const queues = openQueues(pool);
  const locks = openTenantLocks(pool);
  await queues.consume('ingest', handlerFor('ingest', jobs, locks, 100));
  stops.push(async () => {
    await queues.close();
    locks.close();
  });
  return queues;
}

async function queuedRun(access: Access, feed?: string): Promise<string> {
  const feedId = await testFeed(access, feed);
  const upload = await uploadText(access, '{"code":"A","name":"Lamp"}', 'product.ndjson');
  return (await withTenant(access, (unit) => startRecordsRun(unit, { feedId, record: 'product', upload }))).runId;
}
const statusOf = (access: Access, runId: string) =>
  withTenant(access, async (unit) => (await getRun(unit, runId)).status);

test('within the grace a run is executed; after it a run waits, and is executed when the firm is resumed', async () => {
  const access = await testTenant();
  const { slug } = access.tenant;
  const queues = await work();
  await suspendTenant(desk, slug, { reason: 'unpaid', graceDays: 2 });
  const within = await queuedRun(access);
  await relayOnce(pool, jobByName, queues.hand);
  await vi.waitFor(async () => expect(await statusOf(access, within)).toMatch(/succeeded|partial/), {
    timeout: 15_000,
  });
  await resumeTenant(desk, slug);

  const after = await queuedRun(access, 'other files');
  await suspendTenant(desk, slug, { reason: 'unpaid', graceDays: 0 });
  await relayOnce(pool, jobByName, queues.hand);
  await vi.waitFor(async () => expect((await queues.counts('ingest')).delayed).toBe(1), { timeout: 15_000 });
  // It has asked several times by now, and each time was told to wait.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await statusOf(access, after)).toBe('queued');
  expect((await queues.counts('ingest')).failed).toBe(0);

  await resumeTenant(desk, slug);
  await vi.waitFor(async () => expect(await statusOf(access, after)).toMatch(/succeeded|partial/), {
    timeout: 15_000,
  });
});

test('the tick of a suspended firm asks for nothing and makes no digest; after it is resumed it asks for all', async () => {
  const access = await testTenant();
  const { slug, id } = access.tenant;
  const runId = await queuedRun(access);
  const asked: string[] = [];
  const ask = async (job: string) => {
    asked.push(job);
  };
  const closedOn = new Map<string, string>();
  await suspendTenant(desk, slug, { reason: 'unpaid', graceDays: 0 });
  await tickTenant(id, ask, closedOn);
  expect(asked).toEqual([]);
  await resumeTenant(desk, slug);
  await tickTenant(id, ask, closedOn);
  expect(asked).toContain('run.execute');
  expect(asked).toContain('measurements.close');
  expect(await statusOf(access, runId)).toBe('queued');
});

test('a failed job is seen at the desk, done again on request, and what failed for good can be removed', async () => {
  const access = await testTenant();
  const lost = testJobs({ failures: 99 });
  const both = new Map([...jobByName, ...lost.jobs]);
  const broken = await work(both);
  useDeskQueues(broken);
  const id = randomUUID();
  await withTenant(access, (unit) => unit.enqueue('test.free', { id }));
  await relayOnce(pool, both, broken.hand);
  await vi.waitFor(async () => expect((await broken.counts('ingest')).failed).toBe(1), { timeout: 20_000 });
  const failed = (await readQueues(desk, { queue: 'ingest', state: 'failed' }))!.find((q) => q.queue === 'ingest')!;
  expect(failed.orders).toMatchObject([{ job: 'test.free', attempts: 3, error: 'not this time' }]);
  const [order] = failed.orders;
  expect(order!.payload).toEqual({ id, tenantId: access.tenant.id });
  // A job that only the test knows is in no catalogue of ours, so it cannot be ordered anew.
  await expect(retryJob(desk, 'ingest', order!.id)).rejects.toMatchObject({ code: 'job_cannot_be_retried' });
  await removeJob(desk, 'ingest', order!.id);
  await expect(removeJob(desk, 'ingest', order!.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await broken.counts('ingest')).failed).toBe(0);
  const entries = await withTenant(access, (unit) =>
    unit.query<{ fact: string }>("select fact from app.audit_entries where tenant_id = $1 and fact like 'job.%'", [
      unit.tenant.id,
    ]),
  );
  expect(entries.map((entry) => entry.fact)).toEqual(['job.removed']);
});

test('a run that was given up is ordered anew by the desk and goes on from its cursor', async () => {
  const access = await testTenant();
  const runId = await queuedRun(access);
  await withTenant(access, (unit) =>
    unit.execute(
      `update app.runs set status = 'failed', finished_at = now(), error = '{"code":"gave_up","params":{}}'
       where tenant_id = $1 and id = $2`,
      [unit.tenant.id, runId],
    ),
  );
  // A worker that gives the job up leaves it in the queue as failed.
  const real = jobByName.get('run.execute')!;
  const failing = new Map([
    ['run.execute', { ...real, run: () => Promise.reject(new Error('disk full')), failed: async () => {} }],
  ]);
  const broken = await work(failing);
  await broken.hand({ ...real.order({ tenantId: access.tenant.id, runId }), attempts: 1 });
  await vi.waitFor(async () => expect((await broken.counts('ingest')).failed).toBe(1), { timeout: 20_000 });
  await stops.pop()!();

  const mended = await work();
  useDeskQueues(mended);
  expect(await retryAll(desk, 'ingest')).toBe(1);
  expect((await mended.counts('ingest')).failed).toBe(0);
  await relayOnce(pool, jobByName, mended.hand);
  await vi.waitFor(async () => expect(await statusOf(access, runId)).toMatch(/succeeded|partial/), { timeout: 20_000 });
});
