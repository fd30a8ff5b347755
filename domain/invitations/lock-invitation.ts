import type { Locale } from '@/i18n/locale';
import { notFound, Refusal } from '../errors';
import { checkId } from '../ingest/read-runs';
import type { MemberRole } from '../permissions';
import type { Work } from '../work';

interface LockedInvitation {
  email: string;
  role: MemberRole;
  locale: Locale;
  sent_at: Date | null;
  revoked_at: Date | null;
}

/** An invitation that was not taken up, until this transaction ends. Refusals: `not_found`, `invitation_used`. */
export async function lockInvitation(work: Work, id: string): Promise<LockedInvitation> {
  const [row] = await work.query<LockedInvitation & { accepted_at: Date | null }>(
    `select email, role, locale, sent_at, revoked_at, accepted_at from directory.invitations
     where tenant_id = $1 and id = $2 for update`,
    [work.tenant.id, checkId(id, 'invitation')],
  );
  if (!row) throw notFound('invitation');
  if (row.accepted_at) throw new Refusal('invitation_used', 409);
  return row;
}
