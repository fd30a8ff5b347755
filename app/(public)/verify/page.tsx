import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { ActionForm } from '@/app/forms/action-form';
import { Entry } from '@/app/shell/entry';
import { SignOutButton } from '@/app/shell/sign-out-button';
import { SubmitButton } from '@/components/form/submit-button';
import { getTranslations } from '@/i18n/request';
import { mailLink } from '../sign-in/link/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('ownTitle') };
}

/** All that is open to somebody who is signed in with an address that nobody has proven. */
export default async function VerifyPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in?next=/verify');
  if (user.verified) redirect('/');
  const t = await getTranslations('verify');
  return (
    <Entry title={t('ownTitle')} lead={t('ownLead', { email: user.email })}>
      <ActionForm action={mailLink} known={[]}>
        <input type="hidden" name="email" value={user.email} />
        <SubmitButton pending={t('sending')}>{t('send')}</SubmitButton>
      </ActionForm>
      <div className="mt-6">
        <SignOutButton />
      </div>
    </Entry>
  );
}
