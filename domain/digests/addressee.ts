import { may } from '../permissions';
import type { Work } from '../work';
import type { DigestId } from './digest';
import { type Reader, readersOf } from './readers';

export type Addressee = { reader: Reader; token: string } | { skip: 'not_a_member' | 'forbidden' | 'unsubscribed' };

/** Who a digest goes to, as things are at this moment: still a member, still allowed, still wanting it. */
export async function addressee(work: Work, userId: string, digest: DigestId): Promise<Addressee> {
  const reader = (await readersOf(work.tenant, userId)).get(userId);
  if (!reader) return { skip: 'not_a_member' };
  if (!may(reader.role, 'digest.read')) return { skip: 'forbidden' };
  const [row] = await work.query<{ active: boolean; unsubscribe_token: string }>(
    `select active, unsubscribe_token from app.digest_subscriptions
     where tenant_id = $1 and user_id = $2 and digest = $3`,
    [work.tenant.id, userId, digest],
  );
  return row?.active ? { reader, token: row.unsubscribe_token } : { skip: 'unsubscribed' };
}
