import type { NavItem } from '@/components/shell/nav-item';
import { getTranslations } from '@/i18n/request';

/** The ways of the platform's desk. */
export async function deskNavigation(): Promise<NavItem[]> {
  const t = await getTranslations('desk.nav');
  return [
    { href: '/admin', label: t('tenants'), icon: 'people', exact: true },
    { href: '/admin/feeds', label: t('feeds'), icon: 'feeds' },
    { href: '/admin/jobs', label: t('jobs'), icon: 'rows' },
    { href: '/admin/announcements', label: t('announcements'), short: t('announcementsShort'), icon: 'bell' },
    { href: '/admin/log', label: t('log'), icon: 'note' },
  ];
}
