import type { Work } from '../work';

/** Lets a delivery that was given up be tried again. */
export async function reopenDelivery(work: Work, deliveryId: string): Promise<void> {
  await work.execute(
    `update app.digest_deliveries set status = 'pending', error = null where tenant_id = $1 and id = $2 and status = 'failed'`,
    [work.tenant.id, deliveryId],
  );
}
