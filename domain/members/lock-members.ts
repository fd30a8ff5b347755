import { Refusal } from '../errors';
import { type MemberRole, may } from '../permissions';
import type { Limits } from '../tenants/access';
import type { Work } from '../work';

export interface LockedMember extends Limits {
  role: MemberRole;
}

/**
 * The tenant's members by id, as they are now, until this transaction ends: whoever else changes members waits. Two owners
 * who take each other out at the same time cannot both succeed. Ask the directory nothing while the lock is held.
 */
export async function lockMembers(work: Work): Promise<Map<string, LockedMember>> {
  const rows = await work.query<LockedMember & { id: string }>(
    `select user_id as id, role, channels, mechanisms from directory.memberships
     where tenant_id = $1 order by user_id for update`,
    [work.tenant.id],
  );
  return new Map(rows.map(({ id, ...member }) => [id, member]));
}

/**
 * The role of who changes members, as it is under the lock. Refusal: `forbidden` for who was taken out, or got a lower role,
 * while they waited for it.
 */
export function roleNow(work: Work, members: ReadonlyMap<string, LockedMember>): MemberRole {
  if (work.actor.kind !== 'user') return work.actor.role;
  const role = members.get(work.actor.id)?.role;
  if (!role || !may(role, 'member.manage')) throw new Refusal('forbidden', 403, { permission: 'member.manage' });
  return role;
}

/** Refuses (`last_owner`) what would leave the firm without an owner. */
export function keepAnOwner(members: ReadonlyMap<string, LockedMember>, without: string): void {
  if (members.get(without)?.role !== 'owner') return;
  for (const [id, member] of members) if (id !== without && member.role === 'owner') return;
  throw new Refusal('last_owner', 409);
}
