import { listMembers as list } from '@/domain/members/list-members';
import { operation } from '../operation';
import { Member, memberJson } from '../shapes/member';
import { listOf } from '../shapes/scalar';

export const listMembers = operation({
  id: 'members.list',
  method: 'GET',
  path: '/members',
  summary: 'Who is in the team, owners first',
  permission: 'member.read',
  status: 200,
  response: listOf(Member),
  async run(work) {
    return { data: (await list(work)).map(memberJson), next: null };
  },
});
