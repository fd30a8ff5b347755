import type { Work } from '../work';

/** Marks a delivery that was tried to the last as failed. One that was handed over meanwhile stays as it is. */
export async function failDelivery(work: Work, deliveryId: string, error: Error): Promise<void> {
  await work.execute(
    `update app.digest_deliveries set status = 'failed', error = $3
     where tenant_id = $1 and id = $2 and status in ('pending', 'sending')`,
    [work.tenant.id, deliveryId, error.message.slice(0, 500)],
  );
}
