import { setTimeout as sleep } from 'node:timers/promises';
import { notFound, Refusal } from '@/domain/errors';
import type { PlatformAccess } from '@/domain/platform/access';
import { asAdmin } from '@/domain/platform/deed';
import { accessForDesk } from '@/domain/tenants/ways-in';
import { errorFields, log } from '@/lib/log';
import { jobByName } from '../catalogue';
import { openJobsPool } from '../jobs-pool';
import { openQueues, type QueuedOrder, type QueueName, type QueueState, type Queues, queueNames } from '../queue';

// Next bundles this module more than once; the queues must still be opened once a process.
const holder = globalThis as { fairwayDeskQueues?: Queues };

/** The queues as the desk looks at them, from a process that takes no deliveries. */
function deskQueues(): Queues {
  holder.fairwayDeskQueues ??= openQueues(openJobsPool(2));
  return holder.fairwayDeskQueues;
}

/** Makes `queues` those of the desk (tests bring their own). */
export function useDeskQueues(queues: Queues): void {
  holder.fairwayDeskQueues = queues;
}

/** As many of a queue are shown. */
export const mostOrders = 100;

/** How long the page waits for the queues. */
const patienceMs = 5000;

/**
 * How many orders stand where in each queue, and those of one queue and state, at most 100. Null when the queues do not answer
 * within five seconds: their connections wait for a database or Redis that is away.
 */
export async function readQueues(
  _platform: PlatformAccess,
  shown: { queue: QueueName; state: QueueState },
): Promise<{ queue: QueueName; counts: Record<QueueState, number>; orders: QueuedOrder[] }[] | null> {
  const queues = deskQueues();
  const answers = Promise.all(
    queueNames.map(async (queue) => ({
      queue,
      counts: await queues.counts(queue),
      orders: queue === shown.queue ? await queues.list(queue, shown.state, mostOrders) : [],
    })),
  );
  answers.catch(() => {}); // should it fail after we gave up
  return Promise.race([answers, sleep(patienceMs, null, { ref: false })]);
}

const firmOf = async (platform: PlatformAccess, order: QueuedOrder) => {
  const id = typeof order.payload.tenantId === 'string' ? order.payload.tenantId : '';
  return accessForDesk(platform, { id }, '').catch((error) => {
    // The firm is gone: its order can still be looked at and removed.
    if (error instanceof Refusal) return null;
    throw error;
  });
};

async function replay(platform: PlatformAccess, queue: QueueName, order: QueuedOrder): Promise<boolean> {
  const firm = await firmOf(platform, order);
  const job = jobByName.get(order.job);
  if (!firm || !job?.payload.safeParse(order.payload).success) return false;
  const { id: orderId, payload, error } = order;
  await asAdmin(
    platform,
    (deed) =>
      deed.recordInFirm('job.retried', { queue, job: job.name, order: orderId, payload, error }, async (work) => {
        await job.reopen(work, payload);
        await work.enqueue(job.name, payload as Record<string, string>);
      }),
    firm,
  );
  // Should this fail, the old order stays in the list of failed ones, and a second press is harmless.
  await deskQueues().remove(queue, orderId);
  return true;
}

/**
 * Has a failed job done again: what it noted of its failure is taken back and it is ordered anew, in one transaction of the
 * firm. Refusals: `not_found`, `job_not_failed`, `job_cannot_be_retried` (the firm or the job is no more).
 */
export async function retryJob(platform: PlatformAccess, queue: QueueName, id: string): Promise<void> {
  const order = await deskQueues().find(queue, id);
  if (!order) throw notFound('job');
  if (order.state !== 'failed') throw new Refusal('job_not_failed', 409);
  if (!(await replay(platform, queue, order))) throw new Refusal('job_cannot_be_retried', 409);
}

/** The same for all that failed in a queue; answers how many were ordered anew. Those that cannot be stay. */
export async function retryAll(platform: PlatformAccess, queue: QueueName): Promise<number> {
  let retried = 0;
  for (const order of await deskQueues().list(queue, 'failed', 1000)) {
    try {
      if (await replay(platform, queue, order)) retried++;
    } catch (error) {
      log('warn', 'desk.retry', { queue, job: order.job, ...errorFields(error) });
    }
  }
  return retried;
}

/** Takes an order that nobody is at out of its queue. What the tables still ask for comes back by itself. Refusals: `not_found`, `job_is_active`. */
export async function removeJob(platform: PlatformAccess, queue: QueueName, id: string): Promise<void> {
  const queues = deskQueues();
  const order = await queues.find(queue, id);
  if (!order) throw notFound('job');
  if (order.state === 'active') throw new Refusal('job_is_active', 409);
  await asAdmin(
    platform,
    async (deed) => {
      await deed.record('job.removed', { queue, job: order.job, order: id, payload: order.payload });
      if (!(await queues.remove(queue, id))) throw new Refusal('job_is_active', 409);
    },
    await firmOf(platform, order),
  );
}
