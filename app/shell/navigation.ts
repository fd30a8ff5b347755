import type { NavItem } from '@/components/shell/nav-item';
import { mechanismsSeen } from '@/domain/limits/limited';
import type { Access } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { mechanismHue } from './mechanism-hue';

/** The ways of a tenant's pages, in the order of a morning. */
export async function navigation(slug: string, access: Access): Promise<NavItem[]> {
  const t = await getTranslations();
  const base = `/${slug}`;
  return [
    { href: base, label: t('shell.today'), icon: 'today', exact: true },
    {
      href: `${base}/kpis`,
      label: t('shell.kpis'),
      icon: 'index',
      items: mechanismsSeen(access).map((mechanism) => ({
        href: `${base}/mechanisms/${mechanism}`,
        label: t(`mechanism.${mechanism}`),
        hue: mechanismHue[mechanism],
      })),
    },
    { href: `${base}/roadmap`, label: t('shell.roadmap'), icon: 'roadmap' },
    { href: `${base}/feeds`, label: t('shell.feeds'), icon: 'feeds' },
    { href: `${base}/digests`, label: t('shell.digests'), icon: 'mail' },
    { href: `${base}/settings`, label: t('shell.settings'), icon: 'settings', phone: false },
  ];
}
