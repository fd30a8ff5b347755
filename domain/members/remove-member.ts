import { notFound, Refusal } from '../errors';
import { isAbove } from '../permissions';
import type { Work } from '../work';
import { keepAnOwner, type LockedMember, lockMembers, roleNow } from './lock-members';

/**
 * Takes a person out of the tenant. Their next request finds nothing of it; digests end with the membership, keys and
 * whatever else they made stays the firm's. Refusals: `not_found`, `member_above_you`, `last_owner`.
 */
export async function removeMember(work: Work, userId: string): Promise<void> {
  work.require('member.manage');
  const members = await lockMembers(work);
  const member = members.get(userId);
  if (!member) throw notFound('member');
  if (isAbove(member.role, roleNow(work, members))) throw new Refusal('member_above_you', 403);
  keepAnOwner(members, userId);
  await endMembership(work, userId, 'member.removed', member);
}

/** Takes oneself out of the tenant. Refusals: `not_a_member` (a visitor, a key, a job), `last_owner`. */
export async function leaveTenant(work: Work): Promise<void> {
  work.require('tenant.read');
  const members = await lockMembers(work);
  const member = work.actor.kind === 'user' ? members.get(work.actor.id) : undefined;
  if (!member) throw new Refusal('not_a_member', 409);
  keepAnOwner(members, work.actor.id);
  await endMembership(work, work.actor.id, 'member.left', member);
}

async function endMembership(work: Work, userId: string, fact: string, member: LockedMember): Promise<void> {
  const of = [work.tenant.id, userId];
  await work.execute('delete from directory.memberships where tenant_id = $1 and user_id = $2', of);
  await work.execute('delete from app.digest_subscriptions where tenant_id = $1 and user_id = $2', of);
  await work.audit(fact, { member: userId }, { before: member, after: null });
}
