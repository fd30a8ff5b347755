import { ButtonLink } from '@/components/form/button-link';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { StatusBadge } from '@/components/status/status-badge';
import { recoveryCodesLeft } from '@/domain/members/recovery-codes';
import type { SessionUser } from '@/domain/members/sessions';
import { getTranslations } from '@/i18n/request';

/** Whether sign-in asks for a code, and the way to change it. Part of the account page. */
export async function TwoFactorSection({ user }: { user: Pick<SessionUser, 'id' | 'authenticator'> }) {
  const t = await getTranslations('twoFactor');
  const left = user.authenticator ? await recoveryCodesLeft(user.id) : 0;
  return (
    <Section title={t('title')} text={t('text')}>
      <Card pad="lg">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <div className="min-w-0">
            <StatusBadge tone={user.authenticator ? 'good' : 'neutral'} label={t(user.authenticator ? 'on' : 'off')} />
            {user.authenticator && <p className="mt-1.5 text-ink-2">{t('codesLeft', { count: left })}</p>}
          </div>
          <ButtonLink href="/account/two-factor" variant={user.authenticator ? 'secondary' : 'primary'}>
            {t(user.authenticator ? 'change' : 'setUp')}
          </ButtonLink>
        </div>
      </Card>
    </Section>
  );
}
