import { Refusal } from '../errors';
import { grantableRole } from '../members/grantable';
import { hashToken } from '../members/tokens';
import type { Work } from '../work';
import { invitationEnd, newInvitationToken } from './invitation-token';
import { lockInvitation } from './lock-invitation';
import { sendInvitation } from './send-invitation';

/** A button that is pressed twice, and a mailbox that is to be filled, get one mail in this time. */
const pauseMs = 60_000;

/**
 * Posts an invitation again with a new link, for another seven days; the old link is dead. Refusals: `not_found`,
 * `invitation_used`, `invitation_revoked`, `role_too_high`, `sent_just_now`.
 */
export async function resendInvitation(work: Work, id: string): Promise<void> {
  work.require('member.manage');
  const invitation = await lockInvitation(work, id);
  if (invitation.revoked_at) throw new Refusal('invitation_revoked', 409);
  grantableRole(work.actor.role, invitation.role);
  if (invitation.sent_at && work.now.getTime() - invitation.sent_at.getTime() < pauseMs)
    throw new Refusal('sent_just_now', 429);
  const token = newInvitationToken();
  await work.execute(
    'update directory.invitations set token_hash = $3, sent_at = $4, expires_at = $5 where tenant_id = $1 and id = $2',
    [work.tenant.id, id, hashToken(token), work.now, invitationEnd(work.now)],
  );
  await work.audit('invitation.resent', { invitation: id, email: invitation.email });
  await sendInvitation(work, invitation, token);
}
