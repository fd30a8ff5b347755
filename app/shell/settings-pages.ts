import type { Permission } from '@/domain/permissions';
import type en from '@/messages/en.json';

interface SettingsPage {
  /** Below /{tenant}/settings. */
  path: string;
  name: keyof typeof en.settingsNav;
  /** Who is offered the page. */
  permission: Permission;
}

/** The pages of a tenant's settings, in order. */
export const settingsPages: readonly SettingsPage[] = [
  { path: '', name: 'general', permission: 'tenant.read' },
  { path: '/weights', name: 'weights', permission: 'rule.read' },
  { path: '/anchors', name: 'anchors', permission: 'rule.read' },
  { path: '/gates', name: 'gates', permission: 'rule.read' },
  { path: '/members', name: 'members', permission: 'member.read' },
  { path: '/sign-in', name: 'signIn', permission: 'identity.read' },
  { path: '/keys', name: 'keys', permission: 'key.read' },
  { path: '/audit', name: 'audit', permission: 'audit.read' },
  { path: '/data', name: 'data', permission: 'tenant.export' },
];
