import type { Work } from '../work';
import type { DigestId } from './digest';
import type { DeliveryStatus } from './list-deliveries';

export interface DeliveryRow {
  id: string;
  user_id: string;
  digest: DigestId;
  period: string;
  status: DeliveryStatus;
  message_id: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
}

export async function deliveryRow(work: Work, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await work.query<DeliveryRow>(
    `select id, user_id, digest, period, status, message_id, subject, html, text
     from app.digest_deliveries where tenant_id = $1 and id = $2`,
    [work.tenant.id, id],
  );
  return row;
}

/** Writes where a delivery stands. */
export async function settleDelivery(
  work: Work,
  id: string,
  status: DeliveryStatus,
  error: string | null = null,
): Promise<DeliveryStatus> {
  await work.execute(
    `update app.digest_deliveries set status = $3, error = $4, sent_at = case when $3 = 'sent' then $5::timestamptz end
     where tenant_id = $1 and id = $2`,
    [work.tenant.id, id, status, error?.slice(0, 500) ?? null, work.now],
  );
  return status;
}
