import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { localPath } from '@/app/access/local-path';
import { pendingSession } from '@/app/access/pending-session';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import type { PageProps } from '@/app/shell/page-props';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Callout } from '@/components/status/callout';
import { getTranslations } from '@/i18n/request';
import { signInWithPassword } from './sign-in';
import { signInError } from './sign-in-error';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage({ searchParams }: PageProps) {
  const t = await getTranslations('signIn');
  const search = await searchParams;
  const next = localPath(search.next);
  if (await currentUser()) redirect(next);
  if (await pendingSession()) redirect(`/sign-in/code?next=${encodeURIComponent(next)}`);
  return (
    <Entry title={t('title')} lead={t('lead')}>
      {search.error && (
        <div className="mb-5">
          <Callout tone="bad" title={await signInError(search.error)} live />
        </div>
      )}
      {search.password === 'new' && (
        <div className="mb-5">
          <Callout tone="good" title={t('newPassword')} live />
        </div>
      )}
      <ActionForm action={signInWithPassword} known={[]}>
        <FormStack>
          <input type="hidden" name="next" value={next} />
          <FormText name="email" type="email" label={t('email')} autoComplete="username" required />
          <FormText name="password" type="password" label={t('password')} autoComplete="current-password" required />
          <FormActions>
            <SubmitButton pending={t('pending')}>{t('submit')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      <div className="mt-7 border-t border-line pt-3">
        <EntryLink href={`/sign-in/link?next=${encodeURIComponent(next)}`} label={t('byLink')} />
        <EntryLink href={`/sign-in/firm?next=${encodeURIComponent(next)}`} label={t('byFirm')} />
        <EntryLink text={t('forgotten')} href="/reset" label={t('setNew')} />
        <EntryLink text={t('noAccount')} href="/sign-up" label={t('openOne')} />
      </div>
    </Entry>
  );
}
