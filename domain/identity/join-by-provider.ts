import { subscribeDefault } from '../digests/subscriptions';
import type { Work } from '../work';

/** Makes the actor, for whom the firm's provider vouches, a member with the role for newcomers. */
export async function joinByProvider(work: Work): Promise<void> {
  work.require('tenant.read');
  const { id, role } = work.actor;
  const joined = await work.execute(
    `insert into directory.memberships (tenant_id, user_id, role, joined_at) values ($1, $2, $3, $4)
     on conflict (tenant_id, user_id) do nothing`,
    [work.tenant.id, id, role, work.now],
  );
  if (!joined) return;
  await subscribeDefault(work, id);
  await work.audit('member.joined', { member: id, by: 'provider' }, { before: null, after: { role } });
}
