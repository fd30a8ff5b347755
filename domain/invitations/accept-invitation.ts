import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { subscribeDefault } from '../digests/subscriptions';
import { Refusal } from '../errors';
import { hashToken } from '../members/tokens';
import { accessForInvited } from '../tenants/ways-in';
import { type Work, withTenant } from '../work';
import { readInvitation } from './read-invitation';

/**
 * Takes an invitation up for who is signed in: they become a member with its role and limits, and get the daily digest. The
 * link came by mail, so their address counts as proven. However many try at once, one does it. Who is a member already keeps
 * their role. Answers where to go. Refusals: those of readInvitation, `invitation_for_another`, `read_only_suspended`,
 * `read_only_leaving`.
 * @param address network address of the caller, for the audit log
 */
export async function acceptInvitation(
  token: string,
  user: { id: string; email: string },
  address: string | null = null,
): Promise<{ slug: string }> {
  const invitation = await readInvitation(token);
  if (invitation.email !== user.email)
    throw new Refusal('invitation_for_another', 403, { email: invitation.email, own: user.email });
  const access = await accessForInvited(hashToken(token), user, address);
  // Between the two it was taken up, revoked or ran out: the second look says which.
  if (!access) return { slug: (await readInvitation(token)).tenantSlug };
  const taken = await withTenant(access, (work) => takeInvitation(work, invitation.id));
  if (!taken) await readInvitation(token);
  await directoryQuery('update directory.users set email_verified = coalesce(email_verified, $2) where id = $1', [
    user.id,
    now(),
  ]);
  return { slug: access.tenant.slug };
}

/** Makes the actor a member by an open invitation to them. Whether this transaction is the one that took it up. */
export async function takeInvitation(work: Work, id: string): Promise<boolean> {
  const [invitation] = await work.query<{ role: string; channels: string[] | null; mechanisms: string[] | null }>(
    `update directory.invitations set accepted_at = $3 where tenant_id = $1 and id = $2
       and accepted_at is null and revoked_at is null and expires_at > $3 returning role, channels, mechanisms`,
    [work.tenant.id, id, work.now],
  );
  if (!invitation) return false;
  const { role, channels, mechanisms } = invitation;
  const joined = await work.execute(
    `insert into directory.memberships (tenant_id, user_id, role, channels, mechanisms, joined_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, user_id) do nothing`,
    [work.tenant.id, work.actor.id, role, channels, mechanisms, work.now],
  );
  await subscribeDefault(work, work.actor.id);
  await work.audit(
    'invitation.accepted',
    { invitation: id, member: work.actor.id },
    joined ? { before: null, after: { role, channels, mechanisms } } : {},
  );
  return true;
}
