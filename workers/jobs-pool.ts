import { database } from '@/db/client';
import { urlForRole } from '@/db/roles';
import { env } from '@/lib/env';
import { outliveConnections } from './keep-alive';
import { PatientPool } from './patient-pool';

/**
 * The one pool of the worker's machinery (queue, outbox, locks), as role fairway_jobs: it sees job ids and nothing of a
 * tenant. Three queues listen on a connection each, the relay, the letters and the tenant locks hold one more each.
 * @param max connections; the desk, which only looks, needs two
 */
export function openJobsPool(max = 12): PatientPool {
  const pool = new PatientPool({
    connectionString: urlForRole(database().ownerUrl, 'fairway_jobs', env().AUTH_SECRET),
    // The queue's SQL names no schema.
    options: '-c search_path=bullmq',
    max,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'fairway_jobs',
  });
  pool.setMaxListeners(40); // each queue adds one
  pool.on('error', () => {}); // an idle connection that the server closed; the pool opens another
  outliveConnections(pool);
  return pool;
}
