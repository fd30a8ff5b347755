import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requireAccess } from '@/app/access/require-access';
import { navigation } from '@/app/shell/navigation';
import { SignOutButton } from '@/app/shell/sign-out-button';
import { Tools } from '@/app/shell/tools';
import { AppShell } from '@/components/shell/app-shell';
import { TenantName } from '@/components/shell/tenant-name';

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
      nav={await navigation(slug)}
      navLabel={t('shell.nav')}
      skipLabel={t('shell.skip')}
      tenant={
        <TenantName
          label={t('shell.tenant')}
          name={access.tenant.name}
          note={`${access.tenant.currency} · ${access.tenant.zone}`}
        />
      }
      tools={
        <>
          <Tools />
          <SignOutButton />
        </>
      }
      toolsLabel={t('shell.tools')}
      footer={<p className="wrap-anywhere">{t('shell.signedInAs', { email: user.email })}</p>}
    >
      {children}
    </AppShell>
  );
}
