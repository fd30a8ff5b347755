import { z } from 'zod';
import { revokeInvitation as revoke } from '@/domain/invitations/revoke-invitation';
import { operation } from '../operation';

export const revokeInvitation = operation({
  id: 'invitations.revoke',
  method: 'DELETE',
  path: '/invitations/{id}',
  summary: 'Revoke an invitation; its link opens nothing any more',
  permission: 'member.manage',
  params: z.object({ id: z.uuid() }),
  status: 204,
  async run(work, { params }) {
    await revoke(work, params.id);
    return undefined;
  },
});
