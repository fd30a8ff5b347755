import { z } from 'zod';
import { removeMember as remove } from '@/domain/members/remove-member';
import { operation } from '../operation';

export const removeMember = operation({
  id: 'members.remove',
  method: 'DELETE',
  path: '/members/{id}',
  summary: 'Take somebody out of the team, from their next request on',
  permission: 'member.manage',
  params: z.object({ id: z.uuid() }),
  status: 204,
  async run(work, { params }) {
    await remove(work, params.id);
    return undefined;
  },
});
