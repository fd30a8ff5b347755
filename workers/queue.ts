import {
  createPostgresBackend,
  DelayedError,
  type Job,
  Queue,
  runMigrations,
  UnrecoverableError,
  Worker,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { errorFields, log } from '@/lib/log';

export { runMigrations };

/** Few and fixed: never one a tenant, as each queue costs a connection and a sequence. */
export const queueNames = ['ingest', 'measure', 'mail', 'leaving'] as const;
export type QueueName = (typeof queueNames)[number];

/** Work to be done. Delivered at least once, so the job's body must be harmless when it runs again. */
export interface Order {
  queue: QueueName;
  job: string;
  payload: Record<string, unknown>;
  /** Orders with the same identity wait in line once; one that comes while its twin runs is run after it. */
  identity: string;
  attempts: number;
  /** Pause before the second attempt; doubles with every further one. */
  backoffMs: number;
  /** When it is done, nothing of it stays in the queue. */
  traceless: boolean;
}

export interface Delivery {
  job: string;
  payload: unknown;
}

/** `later`: not now (somebody else is at it), without counting as an attempt. */
export type Outcome = 'done' | { later: number };

/** Thrown by a handler when trying again cannot help. */
export class Hopeless extends UnrecoverableError {}

export interface Handler {
  concurrency: number;
  run(delivery: Delivery): Promise<Outcome>;
  /** The last attempt has failed. */
  failed(delivery: Delivery, error: Error): Promise<void>;
}

/** Where an order can stand, as the desk shows it. */
export const queueStates = ['failed', 'active', 'waiting', 'delayed'] as const;
export type QueueState = (typeof queueStates)[number];

/** An order in a queue. */
export interface QueuedOrder {
  id: string;
  job: string;
  payload: Record<string, unknown>;
  attempts: number;
  /** Of the last attempt that failed. */
  error: string | null;
  at: Date;
}

export interface Queues {
  /** Resolves when the order is stored. */
  hand(order: Order): Promise<void>;
  /** Begins to take deliveries from a queue. */
  consume(queue: QueueName, handler: Handler): Promise<void>;
  /** Orders that wait, run or are due later. */
  pending(queue: QueueName): Promise<number>;
  /** How many orders stand where. */
  counts(queue: QueueName): Promise<Record<QueueState, number>>;
  /** The orders that stand there, those that failed or wait longest first. */
  list(queue: QueueName, state: QueueState, most: number): Promise<QueuedOrder[]>;
  /** One order that is in the queue; null when it is not (any more). */
  find(queue: QueueName, id: string): Promise<(QueuedOrder & { state: QueueState | null }) | null>;
  /** Takes an order out that nobody is at. Answers whether it is out. */
  remove(queue: QueueName, id: string): Promise<boolean>;
  /** Takes all orders of a tenant out, in whatever state, but for those that a worker is at. Answers how many. */
  forget(tenantId: string): Promise<number>;
  /** Stops taking deliveries and waits for those at work, but no longer than `graceMs`: what is left is delivered again. */
  close(graceMs?: number): Promise<void>;
}

const everyState = ['failed', 'active', 'waiting', 'delayed', 'prioritized', 'completed'] as const;

/** Columns of the queue's tables that hold what an order was called or brought, beside the order itself. */
const traceColumns = [
  ['dedup_next', 'dedup_id'],
  ['event', 'data'],
] as const;

const orderIn = (job: Job): QueuedOrder => ({
  id: job.id!,
  job: job.name,
  payload: job.data,
  attempts: job.attemptsMade,
  error: job.failedReason ?? null,
  at: new Date(job.timestamp),
});

const postgres = withBackend(createPostgresBackend);

/** A worker that was killed is noticed after about 20 s: its lock runs out, and two rounds see the job without one. */
const workerOptions = {
  autorun: false,
  lockDuration: 15_000,
  stalledInterval: 5000,
  // A run that takes its worker with it is given up after this many tries.
  maxStalledCount: 10,
  runRetryDelay: 2000,
  drainDelay: 5,
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
};

/**
 * Opens the queues: on Redis when REDIS_URL is set, else in the database.
 * @param pool of role fairway_jobs, its schema migrated by migrateQueue; stays open when the queues close
 */
export function openQueues(pool: pg.Pool): Queues {
  const redisUrl = env().REDIS_URL;
  const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null;
  redis?.on('error', (error) => log('warn', 'queue.redis', errorFields(error)));
  const openQueue = (name: QueueName): Queue =>
    (redis
      ? new Queue(name, { connection: redis, prefix: 'fairway' })
      : new postgres.Queue(name, { connection: pool })) as Queue;
  const openWorker = (name: QueueName, run: (job: Job, token?: string) => Promise<void>, concurrency: number): Worker =>
    (redis
      ? new Worker(name, run, { ...workerOptions, connection: redis, prefix: 'fairway', concurrency })
      : new postgres.Worker(name, run, { ...workerOptions, connection: pool, concurrency })) as Worker;

  const queues = new Map<QueueName, Queue>();
  const workers: Worker[] = [];
  let closing = false;

  const queueOf = (name: QueueName): Queue => {
    let queue = queues.get(name);
    if (!queue) {
      queue = openQueue(name);
      queue.on('error', (error) => log('warn', 'queue.error', { queue: name, ...errorFields(error) }));
      queues.set(name, queue);
    }
    return queue;
  };

  return {
    async hand(order) {
      await queueOf(order.queue).add(order.job, order.payload, {
        attempts: order.attempts,
        backoff: { type: 'exponential', delay: order.backoffMs },
        deduplication: { id: order.identity, keepLastIfActive: true },
        ...(order.traceless && { removeOnComplete: true }),
      });
    },

    async consume(name, handler) {
      const delivery = (job: Job): Delivery => ({ job: job.name, payload: job.data });
      const worker = openWorker(
        name,
        async (job, token) => {
          const outcome = await handler.run(delivery(job));
          if (outcome === 'done') return;
          await job.moveToDelayed(now().getTime() + outcome.later, token);
          throw new DelayedError();
        },
        handler.concurrency,
      );
      worker.on('failed', (job, error) => {
        if (!job) return;
        const last = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
        log(last ? 'error' : 'warn', last ? 'job.failed' : 'job.retry', {
          job: job.name,
          attempt: job.attemptsMade,
          ...errorFields(error),
        });
        // Should this be lost too, the recovery of the next tick runs the job again, and it fails again.
        if (last) handler.failed(delivery(job), error).catch((e) => log('error', 'job.failed.unsaid', errorFields(e)));
      });
      let resting = false;
      worker.on('error', (error) => {
        log('warn', 'queue.error', { queue: name, ...errorFields(error) });
        if (resting || closing) return;
        // The library goes on at once after an error, and its watch over stalled jobs may have ended: rest, then begin anew.
        resting = true;
        void worker.pause(true);
        setTimeout(() => {
          resting = false;
          if (!closing) void worker.resume();
        }, 1000);
      });
      await worker.waitUntilReady();
      worker.run().catch((error) => log('error', 'queue.stopped', { queue: name, ...errorFields(error) }));
      workers.push(worker);
    },

    async pending(name) {
      const counts = await queueOf(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
      return Object.values(counts).reduce((sum, n) => sum + n, 0);
    },

    async counts(name) {
      const {
        failed = 0,
        active = 0,
        waiting = 0,
        delayed = 0,
        prioritized = 0,
      } = await queueOf(name).getJobCounts('failed', 'active', 'waiting', 'delayed', 'prioritized');
      return { failed, active, waiting: waiting + prioritized, delayed };
    },

    async list(name, state, most) {
      const jobs = (await queueOf(name).getJobs([state], 0, most - 1, state !== 'failed')) as (Job | undefined)[];
      return jobs.flatMap((job) => (job ? [orderIn(job)] : []));
    },

    async find(name, id) {
      const job = (await queueOf(name).getJob(id)) as Job | undefined;
      if (!job) return null;
      const state = await job.getState();
      return { ...orderIn(job), state: queueStates.find((known) => known === state) ?? null };
    },

    async remove(name, id) {
      // 0: a worker holds its lock.
      return (await queueOf(name).remove(id)) === 1;
    },

    async forget(tenantId) {
      let forgotten = 0;
      for (const name of queueNames) {
        const jobs = (await queueOf(name).getJobs([...everyState], 0, -1)) as (Job | undefined)[];
        for (const job of jobs)
          if (job?.data?.tenantId === tenantId && (await queueOf(name).remove(job.id!)) === 1) forgotten++;
      }
      // What the queue in the database keeps besides of orders that are gone: their identities, and a log of what happened.
      if (!redis)
        for (const [table, column] of traceColumns)
          await pool.query(`delete from bullmq.${table} where strpos(${column}::text, $1) > 0`, [tenantId]);
      return forgotten;
    },

    async close(graceMs = 7000) {
      closing = true;
      const finished = Promise.all(workers.map((worker) => worker.close()));
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      redis?.disconnect();
    },
  };
}
