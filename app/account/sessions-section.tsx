import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { StatusBadge } from '@/components/status/status-badge';
import { deviceOf } from '@/domain/members/device';
import { listSessions } from '@/domain/members/own-sessions';
import type { SessionUser } from '@/domain/members/sessions';
import { formatsFor } from '@/i18n/formats';
import { getLocale, getTranslations } from '@/i18n/request';
import { now } from '@/lib/clock';
import { endOthers, endSession } from './actions';

/** Where a person is signed in, and the way to end it there. */
export async function SessionsSection({ user }: { user: SessionUser }) {
  const t = await getTranslations('account');
  const f = formatsFor(await getLocale(), user.zone ?? 'UTC');
  const at = now();
  const sessions = await listSessions(user.id);
  const deviceText = (userAgent: string | null): string => {
    const { browser, system } = deviceOf(userAgent);
    if (!browser && !system) return t('deviceUnknown');
    return browser && system ? t('device', { browser, system }) : (browser ?? system)!;
  };
  return (
    <Section
      id="sessions"
      title={t('sessions')}
      text={t('sessionsText')}
      actions={
        sessions.length > 1 && (
          <form action={endOthers}>
            <SubmitButton variant="secondary" size="sm" pending={t('ending')}>
              {t('endOthers')}
            </SubmitButton>
          </form>
        )
      }
    >
      <Card pad="none">
        <ul className="divide-y divide-line">
          {sessions.map((session) => {
            const device = deviceText(session.userAgent);
            return (
              <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5">
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {device}
                    {session.id === user.sessionId && <StatusBadge tone="good" label={t('thisSession')} />}
                  </p>
                  <p className="mt-0.5 text-sm text-ink-3">
                    {t('seen', { ago: f.ago(session.lastSeenAt, at) })} · {t(`method.${session.method}`)} ·{' '}
                    {session.address ?? t('addressUnknown')} · {t('since', { day: f.instant(session.createdAt) })}
                  </p>
                </div>
                {session.id !== user.sessionId && (
                  <form action={endSession}>
                    <input type="hidden" name="session" value={session.id} />
                    <SubmitButton variant="quiet" size="sm" pending={t('ending')}>
                      {t('end')}
                      <span className="sr-only">: {device}</span>
                    </SubmitButton>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}
