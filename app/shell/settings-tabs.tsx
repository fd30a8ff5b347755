import { Tabs } from '@/components/form/tabs';
import { may } from '@/domain/permissions';
import type { Access } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { settingsPages } from './settings-pages';

/** The way between the pages of a tenant's settings; `current` is the path of the page it stands on. */
export async function SettingsTabs({ access, current }: { access: Access; current: string }) {
  const t = await getTranslations('settingsNav');
  const { tenant, actor } = access;
  const items = settingsPages
    .filter((page) => may(actor.role, page.permission))
    .map(({ path, name }) => ({
      href: `/${tenant.slug}/settings${path}`,
      label: t(name),
      current: path === current,
    }));
  return <Tabs label={t('label')} items={items} />;
}
