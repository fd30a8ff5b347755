import { renderDigest } from '@/emails/digest';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { isLimited } from '../limits/limited';
import { HandoverUnknown, NotHandedOver, type Transport } from '../mail/handover';
import type { Message } from '../mail/message';
import { mailTransport } from '../mail/transport';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { addressee } from './addressee';
import { composeDigest } from './compose/compose-digest';
import { unsubscribeEndpoint } from './compose/pages';
import { deliveryRow, settleDelivery } from './delivery-row';
import type { DeliveryStatus } from './list-deliveries';

/** The same at every attempt, so that a mail and its repetition are known as one. */
const messageIdOf = (deliveryId: string): string => `<digest.${deliveryId}@${new URL(env().APP_URL).hostname}>`;

/**
 * Sends one delivery, once, whatever crashes and however many try at the same time.
 *
 * pending → (composed, rendered and stored with status) sending → handed over → sent. A lock that ends with its process
 * keeps others away meanwhile; so who holds the lock and finds `sending` knows that the attempt before died. Then the
 * transport is asked: the mailbox folder knows whether the mail is there. A mail server cannot be asked, and the delivery
 * becomes `unknown` rather than a second mail. A hand-over that provably did not happen goes back to `pending`.
 *
 * @returns where the delivery stands, `sending` when somebody else is at it; null when there is no such delivery
 * @throws NotHandedOver when trying again later may help
 */
export async function sendDigest(
  access: Access,
  deliveryId: string,
  transport: Transport = mailTransport(),
): Promise<DeliveryStatus | null> {
  return withTenant(access, async (lock) => {
    const [row] = await lock.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as taken',
      [deliveryId],
    );
    return row?.taken ? sendLocked(access, deliveryId, transport) : 'sending';
  });
}

async function sendLocked(access: Access, id: string, transport: Transport): Promise<DeliveryStatus | null> {
  const before = await withTenant(access, (work) => deliveryRow(work, id));
  if (!before) return null;
  if (before.status !== 'pending' && before.status !== 'sending') return before.status;
  if (before.status === 'sending') {
    const sent = await transport.wasSent(before.message_id ?? '');
    if (sent === true) return withTenant(access, (work) => settleDelivery(work, id, 'sent'));
    if (sent === null) return withTenant(access, (work) => settleDelivery(work, id, 'unknown', 'interrupted'));
  }
  const message = await withTenant(access, (work) => prepare(work, id));
  if (!message) return 'skipped';
  try {
    await transport.send(message);
  } catch (error) {
    if (error instanceof HandoverUnknown)
      return withTenant(access, (work) => settleDelivery(work, id, 'unknown', error.message));
    if (error instanceof NotHandedOver && error.permanent)
      return withTenant(access, (work) => settleDelivery(work, id, 'failed', error.message));
    await withTenant(access, (work) => settleDelivery(work, id, 'pending', (error as Error).message));
    throw error;
  }
  return withTenant(access, (work) => settleDelivery(work, id, 'sent'));
}

/** Composes the mail, stores exactly what will be sent and marks the attempt; null when the reader shall not have it. */
async function prepare(work: Work, id: string): Promise<Message | null> {
  const row = (await deliveryRow(work, id))!;
  const to = await addressee(work, row.user_id, row.digest);
  if ('skip' in to) {
    await settleDelivery(work, id, 'skipped', to.skip);
    return null;
  }
  const { reader, token } = to;
  const mail = renderDigest(await composeDigest(work, { digest: row.digest, reader, day: row.period, token }));
  const messageId = messageIdOf(id);
  await work.execute(
    `update app.digest_deliveries set status = 'sending', attempts = attempts + 1, message_id = $3, subject = $4,
       html = $5, text = $6, limits = $7, error = null where tenant_id = $1 and id = $2`,
    [
      work.tenant.id,
      id,
      messageId,
      mail.subject,
      mail.html,
      mail.text,
      isLimited(reader) ? JSON.stringify(reader.limits) : null,
    ],
  );
  return {
    ...mail,
    messageId,
    to: { name: reader.name, address: reader.email },
    date: now(),
    headers: {
      'List-Unsubscribe': `<${unsubscribeEndpoint(token)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}
