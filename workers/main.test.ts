import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import type { MappingInput } from '@/domain/ingest/mapping';
import { getRun } from '@/domain/ingest/read-runs';
import { startRun } from '@/domain/ingest/start-run';
import { hasDirtyDays } from '@/domain/measurements/has-dirty-days';
import type { Access } from '@/domain/tenants/access';
import { ingest, testFeed, testTenant, uploadText } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { spawnWorker, type WorkerProcess } from './test-worker';

const db = ownDatabase();
const workers: WorkerProcess[] = [];

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const worker of workers) console.error(worker.said().slice(-4000));
  for (const worker of workers.splice(0)) if (worker.running()) await worker.kill();
});

function start(settings?: Record<string, string>) {
  const worker = spawnWorker(db, settings);
  workers.push(worker);
  return worker;
}

const mapping: MappingInput = {
  target: 'order',
  columns: {
    number: 'order',
    placed_at: 'at',
    ship_country: 'country',
    gross: 'amount',
  },
  constants: { currency: 'CNY', channel: 'shop', status: 'paid' },
  timezone: 'Asia/Shanghai',
};

/** A file of orders, some of which cannot be read. The same for the same size. */
function ordersFile(orders: number): string {
  const lines = ['order,at,customer,country,amount'];
  for (let n = 0; n < orders; n++) {
    const day = String(1 + (n % 28)).padStart(2, '0');
    const amount = n % 1000 === 7 ? 'free' : `${5 + (n % 90)}.10`;
    lines.push(`O${n},2026-02-${day} 10:00:00,C${n % 7},${['DE', 'FR', 'US'][n % 3]},${amount}`);
  }
  return lines.join('\n');
}

const flatMapping: MappingInput = {
  target: 'sales_lines',
  columns: {
    order_number: 'order',
    placed_at: 'at',
    customer_id: 'customer',
    country: 'country',
    sku: 'sku',
    quantity: 'quantity',
    unit_price: 'price',
  },
  constants: { currency: 'CNY', channel: 'shop' },
  timezone: 'Asia/Shanghai',
};

/**
 * A flat file of orders whose lines lie apart, equal ones among them: what is counted of it must be known across a crash. Its few
 * customers buy many times a day. Some rows are refunds, some cannot be read. The same for the same size.
 */
function salesFile(rows: number): string {
  const lines = ['order,at,customer,country,sku,quantity,price'];
  for (let n = 0; n < rows; n++) {
    const order = n % 9_000;
    const day = String(1 + (order % 28)).padStart(2, '0');
    const price = n % 1000 === 7 ? 'free' : `${5 + (order % 90)}.10`;
    const country = ['DE', 'FR', 'US'][order % 3];
    lines.push(`O${order},2026-02-${day} 10:00:00,C${order % 7},${country},S,${n % 50 === 3 ? -1 : 1},${price}`);
  }
  return lines.join('\n');
}

const run = (access: Access, runId: string) => withTenant(access, (work) => getRun(work, runId));

const counted = ['status', 'read', 'inserted', 'updated', 'unchanged', 'rejected', 'progress'] as const;

/** What a run tells of itself, without its id and instants. */
const counts = (of: Awaited<ReturnType<typeof run>>) => Object.fromEntries(counted.map((name) => [name, of[name]]));

const upload = async (access: Access, text: string, by = mapping) => {
  const feedId = await testFeed(access);
  const file = await uploadText(access, text);
  return (await withTenant(access, (work) => startRun(work, { feedId, upload: file, mapping: by }))).runId;
};

/** All that a run leaves behind, without ids and instants of its own. */
const result = (access: Access) =>
  withTenant(access, async (work) => ({
    orders: await work.query(
      `select count(*) as n, sum(gross_minor) as gross, sum(net_reporting_minor) as net, md5(string_agg(source_id || customer_key, ',' order by source_id)) as ids
       from app.orders where tenant_id = $1`,
      [work.tenant.id],
    ),
    lines: await work.query(
      `select count(*) as n, md5(string_agg(source_id || amount_minor, ',' order by source_id)) as ids from (
         select source_id, amount_minor from app.order_lines where tenant_id = $1
         union all select source_id, amount_minor from app.refunds where tenant_id = $1) l`,
      [work.tenant.id],
    ),
    rejects: await work.query(
      'select count(*) as n, sum(line) as lines from app.rejects where tenant_id = $1 and status = $2',
      [work.tenant.id, 'open'],
    ),
    measurements: await work.query(
      'select kpi, "window", day, value, numerator, denominator from app.measurements where tenant_id = $1 order by 1, 2, 3',
      [work.tenant.id],
    ),
  }));

const settled = (access: Access, runId: string) =>
  vi.waitFor(
    async () => {
      expect((await run(access, runId)).finishedAt).not.toBeNull();
      expect(await withTenant(access, hasDirtyDays)).toBe(false);
    },
    { timeout: 120_000, interval: 200 },
  );

test.each([
  ['of records', 50_000, ordersFile, mapping],
  ['of a flat file', 44_000, salesFile, flatMapping],
])(
  'a worker killed between pages %s, again and again, ends in the same rows and numbers as an undisturbed one',
  async (_what, rows, fileOf, by) => {
    const file = fileOf(rows);
    const calm = await testTenant();
    const stormy = await testTenant();
    const undisturbed = start();
    const calmRun = await upload(calm, file, by);
    await settled(calm, calmRun);
    await undisturbed.stop();

    const stormyRun = await upload(stormy, file, by);
    const seen: number[] = [];
    for (let kills = 0; kills < 2; kills++) {
      const worker = start();
      // Each worker lives until it has committed a page more than the one before.
      await vi.waitFor(
        async () => {
          const { read } = await run(stormy, stormyRun);
          expect(read).toBeGreaterThan(seen.at(-1) ?? 0);
          seen.push(read);
        },
        { timeout: 120_000, interval: 5 },
      );
      await worker.kill();
    }
    const interrupted = await run(stormy, stormyRun);
    expect(interrupted.status).toBe('running');
    expect(interrupted.read).toBeLessThan(rows);

    start();
    await settled(stormy, stormyRun);
    expect(counts(await run(stormy, stormyRun))).toEqual(counts(await run(calm, calmRun)));
    expect(await result(stormy)).toEqual(await result(calm));
    expect(await run(calm, calmRun)).toMatchObject({ status: 'partial', read: rows, rejected: rows / 1000 });
  },
  300_000,
);

test('waits for a database that is not there yet, lives through its loss, and beats', async () => {
  const away = new URL(db.ownerUrl);
  away.port = '1';
  const waiting = start({ DATABASE_URL: away.href });
  await vi.waitFor(() => expect(waiting.said()).toContain('worker.waits'), { timeout: 60_000 });
  expect(waiting.running()).toBe(true);
  expect(await waiting.stop()).toBe(0);

  const worker = start();
  await vi.waitFor(() => expect(worker.said()).toContain('worker.started'), { timeout: 60_000 });
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await owner.end();
  const access = await testTenant();
  const runId = await upload(access, ordersFile(50));
  await settled(access, runId);
  expect(worker.running()).toBe(true);
  await vi.waitFor(
    async () => {
      const [beat] = await directoryQuery<{ age: number }>(
        "select extract(epoch from now() - at)::float as age from directory.heartbeats where process = 'worker'",
      );
      expect(beat?.age).toBeLessThan(60);
    },
    { timeout: 30_000 },
  );
  expect(await worker.stop()).toBe(0);
}, 180_000);

test('ends when its parent is gone', async () => {
  const worker = start();
  await vi.waitFor(() => expect(worker.said()).toContain('worker.started'), { timeout: 60_000 });
  worker.child.disconnect();
  await vi.waitFor(() => expect(worker.running()).toBe(false), { timeout: 20_000 });
});

test('takes up what the queue has lost: runs that wait and days that are dirty', async () => {
  const access = await testTenant();
  await ingest(access, await testFeed(access), ordersFile(200), mapping);
  expect(await withTenant(access, hasDirtyDays)).toBe(true);
  const other = await testTenant();
  const runId = await upload(other, ordersFile(300));
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query('delete from app.outbox');
  await owner.end();
  start();
  await settled(other, runId);
  await vi.waitFor(async () => expect(await withTenant(access, hasDirtyDays)).toBe(false), { timeout: 60_000 });
}, 180_000);
