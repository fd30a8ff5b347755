import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signOut } from '@/app/access/auth';
import { SubmitButton } from '@/components/form/submit-button';

async function leave() {
  'use server';
  await signOut({ redirect: false });
  (await cookies()).delete('authjs.callback-url');
  redirect('/sign-in');
}

/** Ends the session here and in the database. */
export async function SignOutButton() {
  const t = await getTranslations('shell');
  return (
    <form action={leave}>
      <SubmitButton pending={t('signOut')} variant="quiet" size="sm">
        {t('signOut')}
      </SubmitButton>
    </form>
  );
}
