import type { ReactNode } from 'react';
import { requireAccess } from '@/app/access/require-access';
import { AccountTools } from '@/app/shell/account-tools';
import { Notices, VisitBanner } from '@/app/shell/banners';
import { LimitsLine } from '@/app/shell/limits-line';
import { navigation } from '@/app/shell/navigation';
import { TenantSlot } from '@/app/shell/tenant-slot';
import { Tools } from '@/app/shell/tools';
import { AppShell } from '@/components/shell/app-shell';
import { getTranslations } from '@/i18n/request';

export default async function TenantLayout({
  params,
  children,
}: {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}) {
  const slug = (await params).tenant;
  const { access, user } = await requireAccess(slug);
  const t = await getTranslations();
  return (
    <AppShell
      brand={{ name: t('shell.brand'), href: `/${slug}` }}
      nav={await navigation(slug, access)}
      navLabel={t('shell.nav')}
      skipLabel={t('shell.skip')}
      banner={access.acting && <VisitBanner access={access} user={user} />}
      notices={<Notices access={access} user={user} />}
      tenant={<TenantSlot access={access} />}
      tools={
        <>
          <Tools />
          <AccountTools />
        </>
      }
      toolsLabel={t('shell.tools')}
      footer={<p className="wrap-anywhere">{t('shell.signedInAs', { email: user.email })}</p>}
    >
      <LimitsLine access={access} />
      {children}
    </AppShell>
  );
}
