import type { Work } from '../work';
import type { DigestId } from './digest';
import { duePeriod } from './due';
import { readersOf } from './readers';

/**
 * Makes a delivery, and the job that sends it, for every subscription of this tenant whose hour has come in its reader's zone.
 * The row is unique for tenant, reader, digest and period, so however often and wherever this runs, there is one.
 * @returns the new deliveries' ids
 */
export async function dueDigests(work: Work): Promise<string[]> {
  const subscriptions = await work.query<{ user_id: string; digest: DigestId; hour: number }>(
    'select user_id, digest, hour from app.digest_subscriptions where tenant_id = $1 and active',
    [work.tenant.id],
  );
  if (subscriptions.length === 0) return [];
  const readers = await readersOf(work.tenant);
  const made: string[] = [];
  for (const { user_id, digest, hour } of subscriptions) {
    const reader = readers.get(user_id);
    const period = reader && duePeriod(digest, hour, reader.zone, work.now);
    if (!period) continue;
    const deliveryId = await addDelivery(work, user_id, digest, period);
    if (!deliveryId) continue;
    await work.enqueue('digest.send', { deliveryId });
    made.push(deliveryId);
  }
  return made;
}

/** A new delivery's id; null when there is one for this reader, digest and period. */
export async function addDelivery(
  work: Work,
  userId: string,
  digest: DigestId,
  period: string,
): Promise<string | null> {
  const [row] = await work.query<{ id: string }>(
    `insert into app.digest_deliveries (tenant_id, user_id, digest, period) values ($1, $2, $3, $4)
     on conflict (tenant_id, user_id, digest, period) do nothing returning id`,
    [work.tenant.id, userId, digest, period],
  );
  return row?.id ?? null;
}
