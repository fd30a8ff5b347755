import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { localPath } from '@/app/access/local-path';
import { pendingSession } from '@/app/access/pending-session';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { showCode, startOver } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codePage'))('title') };
}

/** The second step of a sign-in. Only a session that waits for it gets here. */
export default async function CodePage({ searchParams }: PageProps) {
  const t = await getTranslations('codePage');
  const { next: given, way } = await searchParams;
  const next = localPath(given);
  const pending = await pendingSession();
  if (!pending) redirect((await currentUser()) ? next : `/sign-in?next=${encodeURIComponent(next)}`);
  const recovery = way === 'recovery';
  const other = `/sign-in/code?${new URLSearchParams(recovery ? { next } : { next, way: 'recovery' })}`;
  return (
    <Entry title={t('title')} lead={t(recovery ? 'recoveryLead' : 'lead', { email: pending.user.email })}>
      <ActionForm key={String(recovery)} action={showCode} known={['code']}>
        <FormStack>
          <input type="hidden" name="next" value={next} />
          <FormText
            name="code"
            label={t(recovery ? 'recoveryCode' : 'code')}
            hint={recovery ? t('recoveryHint') : undefined}
            autoComplete={recovery ? 'off' : 'one-time-code'}
            inputMode={recovery ? 'text' : 'numeric'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            required
            autoFocus
          />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <p className="mt-6">
        <a href={other} className="text-brand underline underline-offset-2">
          {t(recovery ? 'useCode' : 'useRecovery')}
        </a>
      </p>
      <form action={startOver} className="mt-3">
        <SubmitButton variant="quiet" size="sm" pending={t('startOver')}>
          {t('startOver')}
        </SubmitButton>
      </form>
    </Entry>
  );
}
