import { invitation } from '@/emails/letters/invitation';
import type { Locale } from '@/i18n/locale';
import { postLetter } from '../mail/post-letter';
import type { MemberRole } from '../permissions';
import type { Work } from '../work';
import { invitationDays, invitationLink } from './invitation-token';

/** Posts the mail with an invitation's link. Comes last in a unit of work: a mail that is posted is not taken back. */
export async function sendInvitation(
  work: Work,
  to: { email: string; role: MemberRole; locale: Locale },
  token: string,
): Promise<void> {
  await postLetter({
    email: to.email,
    locale: to.locale,
    letter: invitation,
    tenantId: work.tenant.id,
    props: {
      tenant: work.tenant.name,
      inviter: work.actor.kind === 'user' && work.actor.name ? work.actor.name : work.tenant.name,
      role: to.role,
      link: invitationLink(token),
      days: invitationDays,
    },
  });
}
