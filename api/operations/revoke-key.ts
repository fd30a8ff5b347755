import { z } from 'zod';
import { revokeKey as revoke } from '@/domain/keys/revoke-key';
import { operation } from '../operation';

export const revokeKey = operation({
  id: 'keys.revoke',
  method: 'DELETE',
  path: '/keys/{id}',
  summary: 'Revoke an API key; its next call is refused',
  permission: 'key.manage',
  params: z.object({ id: z.uuid() }),
  status: 204,
  async run(work, { params }) {
    await revoke(work, params.id);
    return undefined;
  },
});
