import { log } from '@/lib/log';
import { Refusal } from './errors';
import type { Permission } from './permissions';
import type { Access } from './tenants/access';

/** The refusal of a right that somebody does not have. Said in the log too: who tries doors is worth knowing. */
export function refusedRight(access: Access, permission: Permission, code: string): Refusal {
  const { actor } = access;
  log('warn', 'access.refused', { code, permission, tenant: access.tenant.id, actor: `${actor.kind}:${actor.id}` });
  return new Refusal(code, 403, { permission });
}
