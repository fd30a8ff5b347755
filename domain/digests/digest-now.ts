import { Refusal } from '../errors';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { type DigestId, requireDigest } from './digest';
import { presentPeriod } from './due';
import { addDelivery } from './due-digests';
import type { DeliveryStatus } from './list-deliveries';
import { type Reader, readersOf } from './readers';
import { sendDigest } from './send-digest';

export interface SentNow {
  userId: string;
  email: string;
  period: string;
  /** `already`: this reader's digest of the period was made before; what became of it stands in `status`. */
  already: boolean;
  status: DeliveryStatus | null;
}

/** The readers of a digest: members who have it switched on, by e-mail address. */
export async function digestReaders(access: Access, digestName: string): Promise<Reader[]> {
  const digest = requireDigest(digestName);
  return withTenant(access, async (work) => {
    work.require('digest.manage');
    const readers = await readersOf(work.tenant);
    const rows = await work.query<{ user_id: string }>(
      'select user_id from app.digest_subscriptions where tenant_id = $1 and digest = $2 and active',
      [work.tenant.id, digest],
    );
    const found = rows.flatMap(({ user_id }) => readers.get(user_id) ?? []);
    return found.sort((a, b) => a.email.localeCompare(b.email));
  });
}

/**
 * Sends a digest of the present period at once to all its readers, or to one, without waiting for the worker. Once per period
 * holds here too: who has had it gets no second one. Refusals: `digest_unknown`, `forbidden`, `not_subscribed`.
 */
export async function digestNow(access: Access, input: { digest: string; userId?: string }): Promise<SentNow[]> {
  const digest = requireDigest(input.digest) as DigestId;
  const readers = (await digestReaders(access, digest)).filter((r) => !input.userId || r.id === input.userId);
  if (input.userId && readers.length === 0) throw new Refusal('not_subscribed', 422, {}, 'user');
  const sent: SentNow[] = [];
  for (const reader of readers) {
    const made = await withTenant(access, async (work) => {
      const period = presentPeriod(digest, reader.zone, work.now);
      const id = await addDelivery(work, reader.id, digest, period);
      if (id) return { id, period, already: false };
      const [row] = await work.query<{ id: string }>(
        `select id from app.digest_deliveries where tenant_id = $1 and user_id = $2 and digest = $3 and period = $4`,
        [work.tenant.id, reader.id, digest, period],
      );
      return { id: row!.id, period, already: true };
    });
    // One that was made before and not sent yet is sent now; one that was sent says so.
    const status = await sendDigest(access, made.id);
    sent.push({ userId: reader.id, email: reader.email, period: made.period, already: made.already, status });
  }
  return sent;
}
