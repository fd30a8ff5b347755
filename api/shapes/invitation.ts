import { z } from 'zod';
import type { Invitation as Listed } from '@/domain/invitations/list-invitations';
import { memberRoles } from '@/domain/permissions';
import { limits, limitsJson } from './member';
import { Instant, instant, instantOrNull } from './scalar';

export const Invitation = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(memberRoles),
    locale: z.enum(['zh-CN', 'en']).describe('Language of the mail'),
    ...limits,
    invitedBy: z.string(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
    expiresAt: Instant,
    state: z.enum(['open', 'expired', 'accepted', 'revoked']),
  })
  .meta({ id: 'Invitation' });

export const invitationJson = (invitation: Listed): z.input<typeof Invitation> => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  locale: invitation.locale,
  ...limitsJson(invitation),
  invitedBy: invitation.invitedBy,
  createdAt: instant(invitation.createdAt),
  sentAt: instantOrNull(invitation.sentAt),
  expiresAt: instant(invitation.expiresAt),
  state: invitation.state,
});
