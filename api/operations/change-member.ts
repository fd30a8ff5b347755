import { z } from 'zod';
import { changeMember as change } from '@/domain/members/change-member';
import { memberRoles } from '@/domain/permissions';
import { json } from '../body';
import { operation } from '../operation';
import { askedLimits } from '../shapes/member';

export const changeMember = operation({
  id: 'members.change',
  method: 'PATCH',
  path: '/members/{id}',
  summary: 'Give a member another role or other limits, from their next request on',
  permission: 'member.manage',
  params: z.object({ id: z.uuid() }),
  body: json(
    z
      .strictObject({
        role: z.enum(memberRoles).optional().describe('Not above that of the key that asks'),
        ...askedLimits,
      })
      .meta({ id: 'MemberChange', examples: [{ role: 'analyst' }] }),
  ),
  status: 204,
  async run(work, { params, body }) {
    await change(work, params.id, body);
    return undefined;
  },
});
