import { openJobsPool } from '../jobs-pool';
import { openQueues } from '../queue';
import { migrateQueue } from '../queue-schema';

/** Takes all orders of a firm out of the queues, from whatever process, also before any worker has started. Answers how many. */
export async function forgetOrders(tenantId: string): Promise<number> {
  await migrateQueue();
  const pool = openJobsPool(2);
  const queues = openQueues(pool);
  try {
    return await queues.forget(tenantId);
  } finally {
    await queues.close();
    await pool.end();
  }
}
