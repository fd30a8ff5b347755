import { directoryQuery } from '@/db/client';
import type { Locale } from '@/i18n/locale';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';
import { providerForEmail } from '../identity/sign-in-rule';
import { hashToken } from '../members/tokens';
import type { MemberRole } from '../permissions';
import { isInvitationToken } from './invitation-token';

/** An open invitation as its holder sees it. The link was sent to the address alone, so who holds it may know all this. */
export interface OpenInvitation {
  id: string;
  tenantId: string;
  tenantName: string;
  tenantSlug: string;
  email: string;
  role: MemberRole;
  locale: Locale;
  invitedBy: string;
  expiresAt: Date;
  /**
   * Whether they sign in first: the address belongs to an account that was proven to be its owner's, or to a domain that has
   * no other way in than its firm's provider. Others set a password with the invitation.
   */
  signsIn: boolean;
}

interface Row extends OpenInvitation {
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/**
 * What an invitation's link leads to, without taking it up. Refusals: `invitation_unknown` (malformed, never sent, or
 * replaced by a newer one), `invitation_used`, `invitation_revoked`, `invitation_expired`.
 */
export async function readInvitation(token: string): Promise<OpenInvitation> {
  const [row] = isInvitationToken(token)
    ? await directoryQuery<Row>(
        `select i.id, i.tenant_id as "tenantId", t.name as "tenantName", t.slug as "tenantSlug", i.email, i.role, i.locale,
           i.invited_by as "invitedBy", i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt",
           u.email_verified is not null as "signsIn"
         from directory.invitations i join directory.tenants t on t.id = i.tenant_id
         left join directory.users u on u.email = i.email where i.token_hash = $1`,
        [hashToken(token)],
      )
    : [];
  if (!row) throw new Refusal('invitation_unknown', 404);
  const { acceptedAt, revokedAt, ...open } = row;
  if (acceptedAt) throw new Refusal('invitation_used', 409);
  if (revokedAt) throw new Refusal('invitation_revoked', 409);
  if (row.expiresAt <= now()) throw new Refusal('invitation_expired', 409);
  return open.signsIn ? open : { ...open, signsIn: (await providerForEmail(open.email))?.enforced ?? false };
}
