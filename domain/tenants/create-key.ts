import { randomBytes } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
import { type MemberRole, memberRoles } from '../permissions';
import type { Work } from '../work';
import { hashKey } from './access';

/**
 * Makes an API key of the tenant. `key` is answered this once; only its SHA-256 is kept.
 * Refusals: key_name_missing, role_unknown, role_too_high (nobody hands out more than they have).
 */
export async function createKey(
  work: Work,
  input: { name: string; role: string },
): Promise<{ id: string; key: string; name: string; role: MemberRole }> {
  work.require('key.manage');
  const name = input.name.trim();
  if (!name || name.length > 100) throw new Refusal('key_name_missing', 422, {}, 'name');
  const role = memberRoles.find((known) => known === input.role);
  if (!role) throw new Refusal('role_unknown', 422, { value: input.role, known: memberRoles.join(', ') }, 'role');
  if (memberRoles.indexOf(role) < memberRoles.indexOf(work.actor.role))
    throw new Refusal('role_too_high', 403, { role }, 'role');
  const key = `fw_${randomBytes(32).toString('base64url')}`;
  const [row] = await directoryQuery<{ id: string }>(
    'insert into directory.api_keys (tenant_id, name, role, hash) values ($1, $2, $3, $4) returning id',
    [work.tenant.id, name, role, hashKey(key)],
  );
  await work.audit('key.created', { key: row!.id, name, role });
  return { id: row!.id, key, name, role };
}
