import { renderDigest } from '@/emails/digest';
import type { Mail } from '@/emails/mail';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { addressee } from './addressee';
import { composeDigest } from './compose/compose-digest';
import { requireDigest } from './digest';
import { presentPeriod } from './due';
import { readersOf } from './readers';
import { newUnsubscribeToken } from './unsubscribe-token';

/**
 * A digest as a member would get it now; nothing is stored or sent. For oneself, or for anybody by who manages digests.
 * Refusals: `digest_unknown`, `not_a_member`, `forbidden`.
 */
export async function previewDigest(
  work: Work,
  input: { digest: string; userId?: string },
): Promise<Mail & { to: string }> {
  const userId = input.userId ?? work.actor.id;
  work.require(userId === work.actor.id ? 'digest.read' : 'digest.manage');
  const digest = requireDigest(input.digest);
  const reader = (await readersOf(work.tenant, userId)).get(userId);
  if (!reader) throw new Refusal('not_a_member', 422, {}, 'user');
  const to = await addressee(work, userId, digest);
  // Who does not get it has no token; the preview's link then leads to the page that says so.
  const token = 'token' in to ? to.token : newUnsubscribeToken(work.tenant.id);
  const day = presentPeriod(digest, reader.zone, work.now);
  return { ...renderDigest(await composeDigest(work, { digest, reader, day, token })), to: reader.email };
}
