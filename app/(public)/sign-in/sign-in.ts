'use server';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { signIn, TooManyAttempts } from '@/app/access/auth';
import { firmPage } from '@/app/access/firm-page';
import { goOn } from '@/app/access/go-on';
import { localPath } from '@/app/access/local-path';
import { pendingSession } from '@/app/access/pending-session';
import { sessionToken } from '@/app/access/session-cookie';
import { type FormState, typedValues } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { providerForEmail } from '@/domain/identity/sign-in-rule';
import { sessionUser } from '@/domain/members/sessions';
import { getTranslations } from '@/i18n/request';

/** Signs in and goes on to `next`. Why it failed is told only as far as it tells nothing about the address. */
export async function signInWithPassword(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations();
  try {
    await signIn('credentials', {
      email: String(data.get('email') ?? ''),
      password: secretIn(data, 'password'),
      redirect: false,
      redirectTo: '/',
    });
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const cause = error instanceof TooManyAttempts ? error : null;
    // By the domain alone, whatever was wrong: an owner with the right password and an authenticator does not get here.
    const firm = cause ? null : await providerForEmail(textIn(data, 'email'));
    if (firm?.enforced) redirect(firmPage(firm.domain, localPath(data.get('next'))));
    return {
      message: cause ? t('errors.too_many_attempts', { minutes: cause.minutes }) : t('signIn.failed'),
      values: typedValues(data),
    };
  }
  const next = localPath(data.get('next'));
  if (await pendingSession()) redirect(`/sign-in/code?next=${encodeURIComponent(next)}`);
  const token = await sessionToken();
  return goOn(token ? await sessionUser(token) : null, next);
}
