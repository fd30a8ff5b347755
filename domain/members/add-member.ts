import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
import { type MemberRole, memberRoles } from '../permissions';

/** Gives a person a role in a tenant; who is already a member gets the new role. Refusal: `role_unknown`. */
export async function addMember(input: { tenantId: string; userId: string; role: MemberRole }): Promise<void> {
  if (!memberRoles.includes(input.role))
    throw new Refusal('role_unknown', 422, { value: input.role, known: memberRoles.join(', ') }, 'role');
  await directoryQuery(
    `insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, $3)
     on conflict (tenant_id, user_id) do update set role = excluded.role`,
    [input.tenantId, input.userId, input.role],
  );
}
