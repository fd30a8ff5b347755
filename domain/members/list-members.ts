import { directoryQuery } from '@/db/client';
import { isLimited } from '../limits/limited';
import type { MemberRole } from '../permissions';
import { type Limits, noLimits } from '../tenants/access';
import type { Work } from '../work';

export interface Member extends Limits {
  id: string;
  email: string;
  name: string | null;
  role: MemberRole;
  joinedAt: Date;
  /** When they last opened something of this tenant, to five minutes; null: never yet. */
  lastSeenAt: Date | null;
}

/** The tenant's members: owners first, then by name. To what the others are limited, readers with limits are not told. */
export async function listMembers(work: Work): Promise<Member[]> {
  work.require('member.read');
  const members = await directoryQuery<Member>(
    `select u.id, u.email, u.name, m.role, m.channels, m.mechanisms, m.joined_at as "joinedAt", m.last_seen_at as "lastSeenAt"
     from directory.memberships m join directory.users u on u.id = m.user_id where m.tenant_id = $1
     order by array_position(array['owner', 'admin', 'analyst', 'viewer'], m.role), coalesce(u.name, u.email), u.email`,
    [work.tenant.id],
  );
  if (!isLimited(work)) return members;
  return members.map((one) => (one.id === work.actor.id ? one : { ...one, ...noLimits }));
}
