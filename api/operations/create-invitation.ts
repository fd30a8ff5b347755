import { z } from 'zod';
import { inviteMember } from '@/domain/invitations/invite-member';
import { memberRoles } from '@/domain/permissions';
import { json } from '../body';
import { operation } from '../operation';
import { askedLimits } from '../shapes/member';

export const createInvitation = operation({
  id: 'invitations.create',
  method: 'POST',
  path: '/invitations',
  summary: 'Invite an address to the team by mail; the link holds for seven days',
  permission: 'member.manage',
  body: json(
    z
      .strictObject({
        email: z.string().max(1000),
        role: z.enum(memberRoles).describe('Not above that of the key that asks'),
        locale: z.enum(['zh-CN', 'en']).optional().describe('Language of the mail; the firm’s by default'),
        ...askedLimits,
      })
      .meta({ id: 'NewInvitation', examples: [{ email: 'colleague@example.com', role: 'viewer', locale: 'en' }] }),
  ),
  status: 201,
  response: z.strictObject({ id: z.uuid() }).meta({ id: 'CreatedInvitation' }),
  run: (work, { body }) => inviteMember(work, body),
});
