import type { Work } from '../work';
import { lockInvitation } from './lock-invitation';

/** Ends an invitation: its link opens nothing any more. Ended twice is fine. Refusals: `not_found`, `invitation_used`. */
export async function revokeInvitation(work: Work, id: string): Promise<void> {
  work.require('member.manage');
  const invitation = await lockInvitation(work, id);
  if (invitation.revoked_at) return;
  await work.execute('update directory.invitations set revoked_at = $3 where tenant_id = $1 and id = $2', [
    work.tenant.id,
    id,
    work.now,
  ]);
  await work.audit('invitation.revoked', { invitation: id, email: invitation.email, role: invitation.role });
}
