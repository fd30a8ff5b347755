import type { Locale } from '@/i18n/locale';
import type { MemberRole } from '../permissions';
import type { Limits } from '../tenants/access';
import type { Work } from '../work';

export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked';

export interface Invitation extends Limits {
  id: string;
  email: string;
  role: MemberRole;
  /** Language of the mail. */
  locale: Locale;
  /** The inviter's address, the key's name, or the job. */
  invitedBy: string;
  createdAt: Date;
  /** When the mail went out last. */
  sentAt: Date | null;
  expiresAt: Date;
  state: InvitationState;
}

/** The tenant's latest invitations, at most 200; those that still wait come first. */
export async function listInvitations(work: Work): Promise<Invitation[]> {
  work.require('invitation.read');
  return work.query<Invitation>(
    `select id, email, role, locale, channels, mechanisms, invited_by as "invitedBy", created_at as "createdAt",
       sent_at as "sentAt", expires_at as "expiresAt",
       case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
         when expires_at <= $2 then 'expired' else 'open' end as state
     from directory.invitations where tenant_id = $1
     order by (accepted_at is null and revoked_at is null) desc, created_at desc, id limit 200`,
    [work.tenant.id, work.now],
  );
}
