import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { listEntries } from '@/domain/audit/list-entries';
import { addDelivery } from '@/domain/digests/due-digests';
import { getDelivery } from '@/domain/digests/list-deliveries';
import { subscribeDefault } from '@/domain/digests/subscriptions';
import { getRun } from '@/domain/ingest/read-runs';
import { startRun } from '@/domain/ingest/start-run';
import { getExport } from '@/domain/leaving/exports';
import { scheduleErasure } from '@/domain/leaving/request-erasure';
import { exportPath } from '@/domain/leaving/run-export';
import { startExport } from '@/domain/leaving/start-export';
import { hasDirtyDays } from '@/domain/measurements/has-dirty-days';
import { addMember } from '@/domain/members/add-member';
import { createUser } from '@/domain/members/create-user';
import type { Access } from '@/domain/tenants/access';
import { testFeed, testTenant, uploadText } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { env } from '@/lib/env';
import { jobByName, jobs } from './catalogue';
import { queueNames } from './queue';
import { migrateQueue } from './queue-schema';

const db = ownDatabase();

beforeAll(async () => {
  await migrateQueue(db.ownerUrl);
});

/** For each job: something to do, and what is true when it is done. A job without an entry here fails the suite. */
const cases: Record<string, (access: Access) => Promise<{ payload: object; check: () => Promise<void> }>> = {
  'run.execute': async (access) => {
    const runId = await aRun(access, 'no,at,amount\n1,2026-03-01,9.50\n2,2026-03-02,x\n');
    return {
      payload: { runId },
      async check() {
        const run = await withTenant(access, (work) => getRun(work, runId));
        expect(run).toMatchObject({ status: 'partial', read: 2, inserted: 1, rejected: 1 });
      },
    };
  },
  'measurements.refresh': async (access) => {
    const runId = await aRun(access, 'no,at,amount\n1,2026-03-01,9.50\n');
    await jobByName.get('run.execute')!.run(access, { runId });
    expect(await withTenant(access, hasDirtyDays)).toBe(true);
    return {
      payload: {},
      check: async () => expect(await withTenant(access, hasDirtyDays)).toBe(false),
    };
  },
  'measurements.close': async (access) => ({
    payload: {},
    async check() {
      const [row] = await withTenant(access, (work) =>
        work.query("select from app.outbox where tenant_id = $1 and job = 'measurements.refresh'", [work.tenant.id]),
      );
      expect(row).toBeDefined();
    },
  }),
  'digest.send': async (access) => {
    const { id: userId } = await createUser({ email: `${access.tenant.slug}@example.com` });
    await addMember({ tenantId: access.tenant.id, userId, role: 'viewer' });
    const deliveryId = await withTenant(access, async (work) => {
      await subscribeDefault(work, userId);
      return (await addDelivery(work, userId, 'daily', '2026-03-05'))!;
    });
    return {
      payload: { deliveryId },
      async check() {
        expect((await withTenant(access, (work) => getDelivery(work, deliveryId))).status).toBe('sent');
        expect(existsSync(join(env().FAIRWAY_DATA_DIR, 'mailbox', `digest.${deliveryId}@localhost.eml`))).toBe(true);
      },
    };
  },
  'tenant.export': async (access) => {
    const { id: exportId } = await withTenant(access, startExport);
    return {
      payload: { exportId },
      async check() {
        expect((await withTenant(access, (work) => getExport(work, exportId))).status).toBe('done');
        expect(existsSync(exportPath(access.tenant.id, exportId))).toBe(true);
      },
    };
  },
  'tenant.tidy': async (access) => {
    await withTenant(access, (work) =>
      work.execute(
        "insert into app.audit_entries (tenant_id, actor, fact, at) values ($1, 'job:test', 'note.added', '2020-01-01')",
        [work.tenant.id],
      ),
    );
    return {
      payload: {},
      async check() {
        const { data } = await withTenant(access, (work) => listEntries(work));
        expect(data.map((e) => e.fact)).toEqual(['audit.entries_forgotten']);
      },
    };
  },
  'tenant.erase': async (access) => {
    await withTenant(access, (work) => scheduleErasure(work, 0));
    return {
      payload: {},
      check: async () =>
        expect(
          await directoryQuery('select erased_at is not null as erased from directory.erasures where tenant_id = $1', [
            access.tenant.id,
          ]),
        ).toEqual([{ erased: true }]),
    };
  },
};

async function aRun(access: Access, csv: string): Promise<string> {
  const feedId = await testFeed(access);
  const upload = await uploadText(access, csv);
  const mapping = {
    target: 'order',
    columns: { number: 'no', placed_at: 'at', gross: 'amount' },
    constants: { currency: 'CNY' },
  };
  return (await withTenant(access, (work) => startRun(work, { feedId, upload, mapping }))).runId;
}

test('every job has a name of its own, a queue that exists, and a case here', () => {
  expect(jobByName.size).toBe(jobs.length);
  expect(jobs.map((job) => job.name).sort()).toEqual(Object.keys(cases).sort());
  for (const job of jobs) {
    expect(job.name).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(queueNames).toContain(job.queue);
  }
});

test.each(jobs.map((job) => [job.name, job] as const))(
  '%s does its work, and no more when it is delivered again',
  async (name, job) => {
    const access = await testTenant();
    const { payload, check } = await cases[name]!(access);
    const order = job.order({ ...payload, tenantId: access.tenant.id });
    expect(order).toMatchObject({ queue: job.queue, job: name });
    expect(order.identity).toContain(access.tenant.id);
    for (let delivery = 0; delivery < 2; delivery++) {
      await job.run(access, order.payload);
      await check();
    }
  },
);

test.each(jobs.map((job) => [job.name, job] as const))(
  '%s with ids of another tenant does nothing',
  async (name, job) => {
    const owner = await testTenant();
    const stranger = await testTenant();
    const { payload } = await cases[name]!(owner);
    await job.run(stranger, { ...payload, tenantId: stranger.tenant.id });
    await job.failed(stranger, { ...payload, tenantId: stranger.tenant.id }, new Error('in vain'));
    const open = await withTenant(owner, (work) =>
      work.query(
        `select status from app.runs where tenant_id = $1 and status = 'failed'
       union all select status from app.digest_deliveries where tenant_id = $1 and status <> 'pending'`,
        [work.tenant.id],
      ),
    );
    expect(open).toEqual([]);
  },
);

test.each(['run.execute', 'digest.send'])('%s that is given up says so where people look', async (name) => {
  const access = await testTenant();
  const { payload } = await cases[name]!(access);
  await jobByName.get(name)!.failed(access, payload, new Error('the last attempt'));
  const rows = await withTenant(access, (work) =>
    work.query(
      `select status from app.runs where tenant_id = $1 union all select status from app.digest_deliveries where tenant_id = $1`,
      [work.tenant.id],
    ),
  );
  expect(rows).toEqual([{ status: 'failed' }]);
});

test('a payload that lacks an id is refused before it reaches the queue', () => {
  for (const job of jobs) expect(() => job.order({})).toThrow();
  expect(() => jobByName.get('run.execute')!.order({ tenantId: 'x', runId: 'y' })).toThrow();
});
