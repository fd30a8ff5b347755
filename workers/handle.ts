import { Refusal } from '@/domain/errors';
import { isHeld } from '@/domain/tenants/access';
import { accessForJob } from '@/domain/tenants/ways-in';
import { errorFields, log } from '@/lib/log';
import type { JobDefinition } from './job';
import { type Delivery, type Handler, Hopeless, type Outcome, type QueueName, queueNames } from './queue';
import type { TenantLocks } from './tenant-lock';

/** How many deliveries of a queue this process works on at once. */
const concurrency: Record<QueueName, number> = { ingest: 2, measure: 2, mail: 2, leaving: 1 };

/** Pause before a delivery of a tenant that is being served asks again. */
const BUSY_MS = 1500;

/** Pause before a delivery of a suspended tenant asks again: so soon does its work go on when it is resumed. */
const HELD_MS = 30_000;

/**
 * What to do with deliveries of one queue: check the payload, enter the tenant, wait while it is suspended, one job a tenant
 * where asked, run.
 * @param heldMs pause of a suspended tenant's deliveries; tests take a short one
 */
export function handlerFor(
  queue: QueueName,
  jobs: ReadonlyMap<string, JobDefinition>,
  locks: TenantLocks,
  heldMs = HELD_MS,
): Handler {
  const meet = async (delivery: Delivery) => {
    const job = jobs.get(delivery.job);
    if (!job) throw new Hopeless(`there is no job ${delivery.job}`);
    const parsed = job.payload.safeParse(delivery.payload);
    if (!parsed.success) throw new Hopeless(`the payload of ${job.name} does not fit`);
    const { tenantId } = parsed.data;
    return { job, payload: parsed.data, tenantId, access: await accessForJob(tenantId, job.name) };
  };

  return {
    concurrency: concurrency[queue],

    async run(delivery): Promise<Outcome> {
      const { job, payload, tenantId, access } = await meet(delivery);
      if (!access) return 'done'; // the tenant is gone, and its work with it
      if (!job.whileHeld && isHeld(access.tenant)) return { later: heldMs };
      const wanted = job.everywhere ? queueNames : job.alone ? [queue] : [];
      const release = await takeAll(locks, wanted, tenantId);
      if (!release) return { later: BUSY_MS };
      const begin = performance.now();
      try {
        await job.run(access, payload);
        log('info', 'job.done', { job: job.name, tenant: tenantId, ms: Math.round(performance.now() - begin) });
        return 'done';
      } catch (error) {
        // A refusal is an answer: asking again brings the same.
        if (error instanceof Refusal) throw new Hopeless(`refused: ${error.code}`);
        throw error;
      } finally {
        await release().catch((error) => log('warn', 'lock.release', errorFields(error)));
      }
    },

    async failed(delivery, error) {
      const { job, payload, access } = await meet(delivery);
      if (access) await job.failed(access, payload, error);
    },
  };
}

/** Takes a tenant's locks of these queues, all or none; answers how to give them back, or null. */
async function takeAll(
  locks: TenantLocks,
  queues: readonly QueueName[],
  tenantId: string,
): Promise<(() => Promise<void>) | null> {
  const held: (() => Promise<void>)[] = [];
  const giveBack = async () => {
    for (const release of held.splice(0)) await release();
  };
  for (const queue of queues) {
    const release = await locks.take(`${queue}/${tenantId}`);
    if (!release) {
      await giveBack();
      return null;
    }
    held.push(release);
  }
  return giveBack;
}
