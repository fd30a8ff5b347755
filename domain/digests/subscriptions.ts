import { Refusal } from '../errors';
import type { Work } from '../work';
import { type DigestId, defaultHour, digestIds, requireDigest } from './digest';
import { readersOf } from './readers';
import { newUnsubscribeToken } from './unsubscribe-token';

export interface Subscription {
  digest: DigestId;
  /** Local hour of the reader, 0–23. */
  hour: number;
  active: boolean;
}

/** What a person may get, and whether they do; by default the actor's own. */
export async function listSubscriptions(work: Work, userId: string = work.actor.id): Promise<Subscription[]> {
  work.require(userId === work.actor.id ? 'digest.read' : 'digest.manage');
  const rows = await work.query<Subscription>(
    'select digest, hour, active from app.digest_subscriptions where tenant_id = $1 and user_id = $2',
    [work.tenant.id, userId],
  );
  return digestIds.map(
    (digest) => rows.find((row) => row.digest === digest) ?? { digest, hour: defaultHour, active: false },
  );
}

const upsert = (work: Work, userId: string, digest: DigestId, hour: number | null, active: boolean | null) =>
  work.query<Subscription>(
    `insert into app.digest_subscriptions as s (tenant_id, user_id, digest, hour, active, unsubscribe_token)
     values ($1, $2, $3, coalesce($4::int, $7::int), coalesce($5::boolean, true), $6)
     on conflict (tenant_id, user_id, digest) do update
       set hour = coalesce($4::int, s.hour), active = coalesce($5::boolean, s.active)
     returning digest, hour, active`,
    [work.tenant.id, userId, digest, hour, active, newUnsubscribeToken(work.tenant.id), defaultHour],
  );

/**
 * Switches a digest on or off for a person, or moves its hour; what is not named stays. People do it for themselves, who
 * manages digests for anybody. Refusals: `digest_unknown`, `hour_invalid`, `not_a_member`, `forbidden`.
 */
export async function setSubscription(
  work: Work,
  input: { userId?: string; digest: string; hour?: number; active?: boolean },
): Promise<Subscription> {
  const userId = input.userId ?? work.actor.id;
  work.require(userId === work.actor.id ? 'digest.read' : 'digest.manage');
  const digest = requireDigest(input.digest);
  if (input.hour !== undefined && !(Number.isInteger(input.hour) && input.hour >= 0 && input.hour <= 23))
    throw new Refusal('hour_invalid', 422, { value: input.hour }, 'hour');
  if (!(await readersOf(work.tenant, userId)).has(userId)) throw new Refusal('not_a_member', 422, {}, 'user');
  const [before] = await work.query<{ hour: number; active: boolean }>(
    'select hour, active from app.digest_subscriptions where tenant_id = $1 and user_id = $2 and digest = $3',
    [work.tenant.id, userId, digest],
  );
  const [row] = await upsert(work, userId, digest, input.hour ?? null, input.active ?? null);
  const { hour, active } = row!;
  await work.audit('digest.subscription_set', { userId, digest }, { before, after: { hour, active } });
  return row!;
}

/** The digest that every member gets until they say otherwise: the daily one. Who has said something keeps it. */
export async function subscribeDefault(work: Work, userId: string): Promise<void> {
  await work.query(
    `insert into app.digest_subscriptions (tenant_id, user_id, digest, hour, unsubscribe_token)
     values ($1, $2, 'daily', $3, $4) on conflict (tenant_id, user_id, digest) do nothing`,
    [work.tenant.id, userId, defaultHour, newUnsubscribeToken(work.tenant.id)],
  );
}
