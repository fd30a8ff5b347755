import { TenantName } from '@/components/shell/tenant-name';
import { TenantSwitch } from '@/components/shell/tenant-switch';
import type { Access } from '@/domain/tenants/access';
import { tenantsOfMember } from '@/domain/tenants/ways-in';
import { getTranslations } from '@/i18n/request';

/** The firm one is in, with the way to one's other firms if there are any. */
export async function TenantSlot({ access: { tenant, actor } }: { access: Access }) {
  const t = await getTranslations();
  const note = `${tenant.currency} · ${tenant.zone}`;
  const tenants = await tenantsOfMember(actor.id);
  if (!tenants.some((one) => one.id !== tenant.id))
    return <TenantName label={t('shell.tenant')} name={tenant.name} note={note} />;
  return (
    <TenantSwitch
      label={t('shell.tenant')}
      name={tenant.name}
      note={note}
      switchLabel={t('shell.switchTenant')}
      items={tenants.map((one) => ({
        href: `/${one.slug}`,
        name: one.name,
        note: `${t(`role.${one.role}`)} · ${one.currency} · ${one.zone}`,
        current: one.id === tenant.id,
      }))}
    />
  );
}
