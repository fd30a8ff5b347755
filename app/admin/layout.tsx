import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireDesk } from '@/app/access/require-desk';
import { deskNavigation } from '@/app/desk/desk-navigation';
import { Notices } from '@/app/shell/banners';
import { SignOutButton } from '@/app/shell/sign-out-button';
import { Tools } from '@/app/shell/tools';
import { AppShell } from '@/components/shell/app-shell';
import { TenantName } from '@/components/shell/tenant-name';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: { default: t('desk.name'), template: `%s · ${t('desk.name')} · ${t('shell.brand')}` } };
}

/** The frame of the platform's desk. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { user } = await requireDesk();
  const t = await getTranslations();
  return (
    <AppShell
      brand={{ name: t('shell.brand'), href: '/admin' }}
      nav={await deskNavigation()}
      navLabel={t('shell.nav')}
      skipLabel={t('shell.skip')}
      notices={<Notices user={user} />}
      tenant={<TenantName label={t('desk.place')} name={t('desk.name')} note={t('desk.note')} />}
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
