import { z } from 'zod';
import { resendInvitation as resend } from '@/domain/invitations/resend-invitation';
import { operation } from '../operation';

export const resendInvitation = operation({
  id: 'invitations.resend',
  method: 'POST',
  path: '/invitations/{id}/resend',
  summary: 'Post an invitation again with a new link, for another seven days; the old link is dead',
  permission: 'member.manage',
  params: z.object({ id: z.uuid() }),
  status: 204,
  async run(work, { params }) {
    await resend(work, params.id);
    return undefined;
  },
});
