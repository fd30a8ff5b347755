import type pg from 'pg';
import { inTransaction } from '@/db/in-transaction';
import { errorFields, log } from '@/lib/log';
import type { Repeating } from './every';
import type { JobDefinition } from './job';
import type { Order } from './queue';
import { whenTold } from './when-told';

const RELAY_LOCK = 726_102;
const BATCH = 100;
const POLL_MS = 2000;

/**
 * Hands waiting rows of the outbox to the queue, in order, and deletes them. The deletion commits after the queue has them:
 * should the process die in between, they are handed on again.
 * @returns how many rows were handed on; 0 also when another process is at it
 */
export async function relayOnce(
  pool: pg.Pool,
  jobs: ReadonlyMap<string, JobDefinition>,
  hand: (order: Order) => Promise<void>,
): Promise<number> {
  return inTransaction(pool, null, async (client) => {
    const lock = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [RELAY_LOCK]);
    if (!lock.rows[0]?.taken) return 0;
    // Jobs that only a newer release knows wait for its worker.
    const { rows } = await client.query<{ id: number; job: string; payload: unknown }>(
      `with first as (select tenant_id, id from app.outbox where job = any($1) order by id limit ${BATCH})
       delete from app.outbox o using first where o.tenant_id = first.tenant_id and o.id = first.id
       returning o.id, o.job, o.payload`,
      [[...jobs.keys()]],
    );
    for (const { job, payload } of rows.sort((a, b) => a.id - b.id)) {
      const order = orderOf(jobs.get(job)!, payload);
      if (order) await hand(order);
    }
    return rows.length;
  });
}

function orderOf(job: JobDefinition, payload: unknown): Order | null {
  try {
    return job.order(payload);
  } catch (error) {
    // It would never fit, and must not stand in the way of the rest.
    log('error', 'relay.dropped', { job: job.name, ...errorFields(error) });
    return null;
  }
}

/** Relays whenever a transaction says that it left work, and every two seconds in case nobody heard it. */
export const startRelay = (
  pool: pg.Pool,
  jobs: ReadonlyMap<string, JobDefinition>,
  hand: (order: Order) => Promise<void>,
): Repeating =>
  whenTold(pool, { name: 'relay', channel: 'fairway_outbox', ms: POLL_MS }, async (stopping) => {
    while ((await relayOnce(pool, jobs, hand)) === BATCH && !stopping.aborted);
  });
