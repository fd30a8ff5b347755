import type { Metadata } from 'next';
import type { PageProps } from '@/app/shell/page-props';
import { ButtonLink } from '@/components/form/button-link';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/status/callout';
import { hasPassword } from '@/domain/members/change-password';
import { getTranslations } from '@/i18n/request';
import { AccountShell } from './account-shell';
import { EmailSection } from './email-section';
import { FirmsSection } from './firms-section';
import { ownUser } from './own-user';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { SessionsSection } from './sessions-section';
import { TwoFactorSection } from './two-factor-section';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

const savedTexts = { profile: 'savedProfile', password: 'savedPassword', sessions: 'savedSessions' } as const;

/** What belongs to a person and to none of their firms. */
export default async function AccountPage({ searchParams }: PageProps) {
  const user = await ownUser();
  const [t, all] = [await getTranslations('account'), await getTranslations()];
  const { saved } = await searchParams;
  const text = typeof saved === 'string' && saved in savedTexts ? savedTexts[saved as keyof typeof savedTexts] : null;
  const password = await hasPassword(user.id);
  return (
    <AccountShell email={user.email}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={user.platformAdmin && <ButtonLink href="/admin">{all('desk.toDesk')}</ButtonLink>}
      />
      {text && (
        <div className="mb-6">
          <Callout tone="good" title={t(text)} live />
        </div>
      )}
      <FirmsSection userId={user.id} />
      <ProfileSection user={user} />
      <EmailSection user={user} hasPassword={password} />
      <PasswordSection hasPassword={password} />
      <TwoFactorSection user={user} />
      <SessionsSection user={user} />
    </AccountShell>
  );
}
