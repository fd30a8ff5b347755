import { Refusal } from '../errors';
import { isAbove, type MemberRole, memberRoles } from '../permissions';

/** A role that exists, from what was asked. Refusal: `role_unknown`. */
function knownRole(asked: string): MemberRole {
  const role = memberRoles.find((known) => known === asked);
  if (!role)
    throw new Refusal('role_unknown', 422, { value: asked.slice(0, 80), known: memberRoles.join(', ') }, 'role');
  return role;
}

/** A role that somebody with the role `own` may hand out: none above it. Refusals: `role_unknown`, `role_too_high`. */
export function grantableRole(own: MemberRole, asked: string): MemberRole {
  const role = knownRole(asked);
  if (isAbove(role, own)) throw new Refusal('role_too_high', 403, { role }, 'role');
  return role;
}
