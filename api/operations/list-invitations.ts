import { listInvitations as list } from '@/domain/invitations/list-invitations';
import { operation } from '../operation';
import { Invitation, invitationJson } from '../shapes/invitation';
import { listOf } from '../shapes/scalar';

export const listInvitations = operation({
  id: 'invitations.list',
  method: 'GET',
  path: '/invitations',
  summary: 'The latest 200 invitations, those that still wait first',
  permission: 'invitation.read',
  status: 200,
  response: listOf(Invitation),
  async run(work) {
    return { data: (await list(work)).map(invitationJson), next: null };
  },
});
