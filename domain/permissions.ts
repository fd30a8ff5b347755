/** Who may do what: the one table that pages, verbs and the API read. */
export const memberRoles = ['owner', 'admin', 'analyst', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

const everyone: readonly MemberRole[] = memberRoles;
const editors: readonly MemberRole[] = ['owner', 'admin', 'analyst'];
const admins: readonly MemberRole[] = ['owner', 'admin'];

export const permissions = {
  'tenant.read': everyone,
  'tenant.manage': admins,
  'measurement.read': everyone,
  'measurement.recompute': editors,
  'record.read': everyone,
  'record.write': editors,
  'feed.read': everyone,
  'feed.manage': editors,
  'milestone.read': everyone,
  'milestone.manage': editors,
  'note.manage': editors,
  'digest.read': everyone,
  'digest.manage': admins,
  'key.manage': admins,
} as const satisfies Record<string, readonly MemberRole[]>;

export type Permission = keyof typeof permissions;

export const may = (role: MemberRole, permission: Permission): boolean =>
  (permissions[permission] as readonly MemberRole[]).includes(role);
