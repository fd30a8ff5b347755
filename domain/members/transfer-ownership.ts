import { notFound, Refusal } from '../errors';
import type { Work } from '../work';
import { lockMembers } from './lock-members';

/**
 * Hands the tenant over: another member becomes owner without limits, who did it becomes admin. Only for an owner who is a
 * member, and only when the firm's name is typed as it stands. Refusals: `forbidden`, `not_found`, `already_owner`,
 * `firm_name_differs`.
 */
export async function transferOwnership(work: Work, input: { to: string; firmName: string }): Promise<void> {
  work.require('tenant.transfer');
  if (input.firmName.trim() !== work.tenant.name)
    throw new Refusal('firm_name_differs', 422, { name: work.tenant.name }, 'firmName');
  const members = await lockMembers(work);
  const [own, heir] = [members.get(work.actor.id), members.get(input.to)];
  if (!heir) throw notFound('member');
  if (work.actor.kind !== 'user' || own?.role !== 'owner') throw new Refusal('forbidden', 403);
  if (heir.role === 'owner') throw new Refusal('already_owner', 409, {}, 'to');
  await work.execute(
    `update directory.memberships set role = case user_id when $3 then 'owner' else 'admin' end, channels = null, mechanisms = null
     where tenant_id = $1 and user_id in ($2, $3)`,
    [work.tenant.id, work.actor.id, input.to],
  );
  await work.audit(
    'tenant.ownership_transferred',
    { from: work.actor.id, to: input.to },
    { before: { from: own.role, to: heir.role }, after: { from: 'admin', to: 'owner' } },
  );
}
