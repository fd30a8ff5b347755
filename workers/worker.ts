import { deliverLetters } from '@/domain/mail/deliver-letters';
import { letterChannel } from '@/domain/mail/post-letter';
import { sweepSignIns } from '@/domain/members/sweep';
import { log } from '@/lib/log';
import { jobByName } from './catalogue';
import { every } from './every';
import { handlerFor } from './handle';
import { beat } from './heartbeat';
import type { JobDefinition } from './job';
import { openJobsPool } from './jobs-pool';
import { openQueues, queueNames } from './queue';
import { migrateQueue } from './queue-schema';
import { startRelay } from './relay';
import { openTenantLocks } from './tenant-lock';
import { type Ask, tickAll } from './tick';
import { whenTold } from './when-told';

export interface RunningWorker {
  /** Stops in good order: nothing new is begun, jobs at work get some seconds, the rest is delivered again later. */
  stop(): Promise<void>;
}

/**
 * Starts relay, letters, queues, tick and heartbeat on the process's database, which must be there and migrated.
 * @param jobs the catalogue; tests bring their own
 */
export async function startWorker(jobs: ReadonlyMap<string, JobDefinition> = jobByName): Promise<RunningWorker> {
  await migrateQueue();
  const pool = openJobsPool();
  const queues = openQueues(pool);
  const locks = openTenantLocks(pool);
  for (const name of queueNames) await queues.consume(name, handlerFor(name, jobs, locks));
  const relay = startRelay(pool, jobs, queues.hand);
  const letters = whenTold(pool, { name: 'letters', channel: letterChannel, ms: 5000 }, async () => {
    await deliverLetters();
  });
  const closedOn = new Map<string, string>();
  const ask: Ask = async (name, payload) => {
    const job = jobs.get(name);
    if (job) await queues.hand(job.order(payload));
  };
  const tick = every('tick', 60, () => tickAll(ask, closedOn));
  const sweep = every('sweep', 3600, sweepSignIns);
  const heartbeat = every('heartbeat', 5, () => beat('worker'));
  log('info', 'worker.started', { jobs: jobs.size });

  return {
    async stop() {
      await Promise.all([tick.stop(), relay.stop(), letters.stop(), sweep.stop()]);
      await queues.close();
      await heartbeat.stop();
      locks.close();
      await pool.end();
      log('info', 'worker.stopped');
    },
  };
}
