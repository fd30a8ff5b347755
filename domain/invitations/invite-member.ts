import { directoryQuery } from '@/db/client';
import { isLocale, type Locale } from '@/i18n/locale';
import { Refusal } from '../errors';
import { type AskedLimits, checkedLimits } from '../members/checked-limits';
import { normalizedEmail } from '../members/email';
import { grantableRole } from '../members/grantable';
import { hashToken } from '../members/tokens';
import type { Work } from '../work';
import { invitationEnd, newInvitationToken } from './invitation-token';
import { sendInvitation } from './send-invitation';

/** Invitations that a tenant may send within a day: a team fits, a mailing does not. */
export const invitationsPerDay = 100;

/**
 * Invites an address to the tenant and posts the mail. Answers the invitation's id. An invitation of before that ran out gives way.
 * Refusals: `email_invalid`, `role_unknown`, `role_too_high`, `locale_unknown`, `limits_not_for_role`, `mechanism_unknown`,
 * `channel_unknown`, `already_member`, `already_invited`, `too_many_invitations`.
 * @param input.locale language of the mail, and of a new person; the tenant's by default
 */
export async function inviteMember(
  work: Work,
  input: { email: string; role: string; locale?: string } & AskedLimits,
): Promise<{ id: string }> {
  work.require('member.manage');
  const email = normalizedEmail(input.email);
  const role = grantableRole(work.actor.role, input.role);
  const locale: string = input.locale ?? work.tenant.locale;
  if (!isLocale(locale)) throw new Refusal('locale_unknown', 422, { value: locale.slice(0, 20) }, 'locale');
  const limits = await checkedLimits(work, role, input);
  await refuseMember(work, email);
  await refuseTooMany(work);
  const token = newInvitationToken();
  const id = await insertOpen(work, { email, role, locale, ...limits }, token);
  if (!id) throw new Refusal('already_invited', 409, { email }, 'email');
  await work.audit('invitation.sent', { invitation: id }, { after: { email, role, ...limits } });
  await sendInvitation(work, { email, role, locale }, token);
  return { id };
}

async function refuseMember(work: Work, email: string): Promise<void> {
  const [member] = await directoryQuery(
    `select 1 from directory.memberships m join directory.users u on u.id = m.user_id
     where m.tenant_id = $1 and u.email = $2`,
    [work.tenant.id, email],
  );
  if (member) throw new Refusal('already_member', 409, { email }, 'email');
}

async function refuseTooMany(work: Work): Promise<void> {
  const [sent] = await work.query<{ n: number }>(
    `select count(*)::int as n from directory.invitations
     where tenant_id = $1 and created_at > $2::timestamptz - interval '1 day'`,
    [work.tenant.id, work.now],
  );
  if (sent!.n >= invitationsPerDay)
    throw new Refusal('too_many_invitations', 429, { limit: invitationsPerDay }, 'email');
}

/** The id of the new invitation; undefined when the address has an open one. */
async function insertOpen(
  work: Work,
  to: { email: string; role: string; locale: Locale } & AskedLimits,
  token: string,
): Promise<string | undefined> {
  await work.execute(
    `update directory.invitations set revoked_at = $3
     where tenant_id = $1 and email = $2 and accepted_at is null and revoked_at is null and expires_at <= $3`,
    [work.tenant.id, to.email, work.now],
  );
  const [row] = await work.query<{ id: string }>(
    `insert into directory.invitations (tenant_id, email, role, locale, channels, mechanisms, token_hash, invited_by, created_at, sent_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
     on conflict (tenant_id, email) where accepted_at is null and revoked_at is null do nothing returning id`,
    [
      work.tenant.id,
      to.email,
      to.role,
      to.locale,
      to.channels,
      to.mechanisms,
      hashToken(token),
      work.actor.name ?? work.actor.id,
      work.now,
      invitationEnd(work.now),
    ],
  );
  return row?.id;
}
