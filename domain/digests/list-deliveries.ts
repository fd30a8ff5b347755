import { notFound } from '../errors';
import { isLimited } from '../limits/limited';
import { type Order, ordered, pageOf } from '../ordered';
import { may } from '../permissions';
import type { Limits } from '../tenants/access';
import type { Work } from '../work';
import type { DigestId } from './digest';
import { readersOf } from './readers';

/**
 * pending: to be sent. sending: being handed over. sent: handed over. unknown: handed over or not, the mail server was lost
 * before it answered; it is not sent again. failed: given up, see `error`. skipped: not sent on purpose, see `error`
 * (not_a_member, unsubscribed, forbidden).
 */
export type DeliveryStatus = 'pending' | 'sending' | 'sent' | 'unknown' | 'failed' | 'skipped';

export interface DeliverySummary {
  id: string;
  userId: string;
  /** Null for who is no member any more. */
  reader: string | null;
  digest: DigestId;
  period: string;
  status: DeliveryStatus;
  subject: string | null;
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

const columns = `id, user_id as "userId", digest, period, status, subject, error, created_at as "createdAt", sent_at as "sentAt", limits`;

type Row = Omit<DeliverySummary, 'reader'> & { limits: Limits | null };

/** Whether a mail was composed for what the actor may see today; one from before a limit was set is not shown again. */
const isSeen = (work: Work, { limits }: Row): boolean =>
  !isLimited(work) ||
  (limits !== null &&
    JSON.stringify([limits.channels, limits.mechanisms]) ===
      JSON.stringify([work.limits.channels, work.limits.mechanisms]));

/** What deliveries can be ordered by. */
export const deliveryOrders = {
  when: { sql: 'coalesce(sent_at, created_at)', type: 'timestamptz' },
  what: { sql: 'digest', type: 'text' },
  state: { sql: 'status', type: 'text' },
} as const satisfies Record<string, Order>;

/**
 * Deliveries, the latest first unless asked otherwise (`sort`, one of deliveryOrders): the actor's own, for who manages digests
 * those of all members. Refusal: `bad_cursor`.
 */
export async function listDeliveries(
  work: Work,
  { all = false, limit = 50, ...asked }: { all?: boolean; limit?: number; sort?: string; cursor?: string } = {},
): Promise<{ data: DeliverySummary[]; next: string | null }> {
  work.require(all ? 'digest.manage' : 'digest.read');
  const params: unknown[] = [work.tenant.id, all ? null : work.actor.id, limit + 1];
  const { after, by, place } = ordered(deliveryOrders, { sql: 'id', type: 'uuid' }, '-when', asked, params);
  const rows = await work.query<Row & { place: string }>(
    `select ${columns}, ${place} as place from app.digest_deliveries
     where tenant_id = $1 and ($2::text is null or user_id::text = $2) and ${after} order by ${by} limit $3`,
    params,
  );
  const { data, next } = pageOf(rows, limit);
  const readers = await readersOf(work.tenant);
  const told = data.map((found) => {
    const { limits: _limits, ...row } = isSeen(work, found) ? found : { ...found, subject: null };
    const reader = readers.get(row.userId);
    return { ...row, reader: reader ? (reader.name ?? reader.email) : null };
  });
  return { data: told, next };
}

/** One delivery with exactly what was sent. Refusal `not_found` also for somebody else's, unless one manages digests. */
export async function getDelivery(
  work: Work,
  id: string,
): Promise<DeliverySummary & { html: string | null; text: string | null }> {
  work.require('digest.read');
  const [found] = await work.query<Row & { html: string | null; text: string | null }>(
    `select ${columns}, html, text from app.digest_deliveries where tenant_id = $1 and id::text = $2`,
    [work.tenant.id, id],
  );
  if (!found) throw notFound('digest');
  const seen = isSeen(work, found);
  const { limits: _limits, ...row } = seen ? found : { ...found, subject: null, html: null, text: null };
  if (row.userId !== work.actor.id && !may(work.actor.role, 'digest.manage')) throw notFound('digest');
  const reader = (await readersOf(work.tenant, row.userId)).get(row.userId);
  return { ...row, reader: reader ? (reader.name ?? reader.email) : null };
}
