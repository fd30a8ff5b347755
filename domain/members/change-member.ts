import { notFound, Refusal } from '../errors';
import { isAbove } from '../permissions';
import type { Work } from '../work';
import { type AskedLimits, checkedLimits, limitableRoles } from './checked-limits';
import { grantableRole } from './grantable';
import { keepAnOwner, lockMembers, roleNow } from './lock-members';

/**
 * Gives a member another role or other limits; what is not named stays. A role that cannot be limited takes the limits away.
 * It counts from the member's next request on. Refusals: `not_found`, `role_unknown`, `role_too_high`,
 * `member_above_you`, `last_owner`, `limits_not_for_role`, `mechanism_unknown`, `channel_unknown`.
 */
export async function changeMember(work: Work, userId: string, change: { role?: string } & AskedLimits): Promise<void> {
  work.require('member.manage');
  const members = await lockMembers(work);
  const member = members.get(userId);
  if (!member) throw notFound('member');
  const own = roleNow(work, members);
  if (isAbove(member.role, own)) throw new Refusal('member_above_you', 403);
  const role = change.role === undefined ? member.role : grantableRole(own, change.role);
  if (role !== 'owner') keepAnOwner(members, userId);
  const kept = limitableRoles.includes(role) ? member : { channels: null, mechanisms: null };
  const limits = await checkedLimits(
    work,
    role,
    {
      channels: change.channels === undefined ? kept.channels : change.channels,
      mechanisms: change.mechanisms === undefined ? kept.mechanisms : change.mechanisms,
    },
    member.channels ?? [],
  );
  const after = { role, ...limits };
  if (
    JSON.stringify(after) ===
    JSON.stringify({ role: member.role, channels: member.channels, mechanisms: member.mechanisms })
  )
    return;
  await work.execute(
    'update directory.memberships set role = $3, channels = $4, mechanisms = $5 where tenant_id = $1 and user_id = $2',
    [work.tenant.id, userId, role, limits.channels, limits.mechanisms],
  );
  await work.audit('member.changed', { member: userId }, { before: member, after });
}
