/** Who may do what: the one table that pages, verbs and the API read. */
export const memberRoles = ['owner', 'admin', 'analyst', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

const everyone: readonly MemberRole[] = memberRoles;
const editors: readonly MemberRole[] = ['owner', 'admin', 'analyst'];
const admins: readonly MemberRole[] = ['owner', 'admin'];
const owners: readonly MemberRole[] = ['owner'];

export const permissions = {
  'tenant.read': everyone,
  'tenant.manage': admins,
  'measurement.read': everyone,
  'rule.read': everyone,
  'rule.manage': admins,
  'record.read': everyone,
  'record.write': editors,
  'feed.read': everyone,
  'feed.manage': editors,
  'milestone.read': everyone,
  'milestone.manage': editors,
  'note.manage': editors,
  'digest.read': everyone,
  'digest.manage': admins,
  'key.read': admins,
  'key.manage': admins,
  'member.read': everyone,
  'invitation.read': admins,
  'member.manage': admins,
  'identity.read': admins,
  // Whoever says who vouches for the firm's people could have themselves vouched for as its owner.
  'identity.manage': owners,
  'audit.read': admins,
  'tenant.transfer': owners,
  'tenant.export': owners,
  'tenant.erase': owners,
} as const satisfies Record<string, readonly MemberRole[]>;

export type Permission = keyof typeof permissions;

/** Whether the permission is to change something: all but reading. */
export const isChange = (permission: Permission): boolean => !permission.endsWith('.read');

/** What an owner may still do while nothing else can be changed: take the data along, leave, or stay after all. */
const stillOpen: ReadonlySet<Permission> = new Set<Permission>(['tenant.export', 'tenant.erase']);
export const isStillOpen = (permission: Permission): boolean => stillOpen.has(permission);

/** What a platform admin's visit never opens, whatever its role: the firm's people, keys, sign-in, and the firm itself. */
const notForVisitors = /^(member|key|identity)\.manage$|^tenant\.(?!read$)/;
export const isOpenToVisitors = (permission: Permission): boolean => !notForVisitors.test(permission);

export const may = (role: MemberRole, permission: Permission): boolean =>
  (permissions[permission] as readonly MemberRole[]).includes(role);

/** Whether a role may do more than another. */
export const isAbove = (role: MemberRole, other: MemberRole): boolean =>
  memberRoles.indexOf(role) < memberRoles.indexOf(other);
