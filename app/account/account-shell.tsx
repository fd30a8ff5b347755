import type { ReactNode } from 'react';
import { SignOutButton } from '@/app/shell/sign-out-button';
import { Tools } from '@/app/shell/tools';
import { AppShell } from '@/components/shell/app-shell';
import { getTranslations } from '@/i18n/request';

/** The frame of a person's own pages, which belong to no firm. */
export async function AccountShell({ email, children }: { email: string; children: ReactNode }) {
  const t = await getTranslations();
  return (
    <AppShell
      brand={{ name: t('shell.brand'), href: '/' }}
      nav={[
        { href: '/account', label: t('account.title'), icon: 'people', exact: true },
        { href: '/', label: t('account.firms'), icon: 'feeds', exact: true },
      ]}
      navLabel={t('shell.nav')}
      skipLabel={t('shell.skip')}
      tools={
        <>
          <Tools />
          <SignOutButton />
        </>
      }
      toolsLabel={t('shell.tools')}
      footer={<p className="wrap-anywhere">{t('shell.signedInAs', { email })}</p>}
    >
      {children}
    </AppShell>
  );
}
