'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { getTranslations } from 'next-intl/server';
import { sessionCookie, signIn, TooManyAttempts } from '@/app/access/auth';
import { localPath } from '@/app/access/local-path';
import { type FormState, typedValues } from '@/app/forms/form-state';
import { sessionUser } from '@/domain/members/sessions';
import { localeCookie } from '@/i18n/locale';

/** Signs in and goes on to `next`. Why it failed is told only as far as it tells nothing about the address. */
export async function signInWithPassword(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations();
  try {
    await signIn('credentials', {
      email: String(data.get('email') ?? ''),
      password: String(data.get('password') ?? ''),
      redirect: false,
      redirectTo: '/',
    });
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const cause = error instanceof TooManyAttempts ? error : null;
    return {
      message: cause ? t('errors.too_many_attempts', { minutes: cause.minutes }) : t('signIn.failed'),
      values: typedValues(data),
    };
  }
  await keepLanguage();
  redirect(localPath(data.get('next')));
}

/** Who has not chosen a language on this device reads in their own. */
async function keepLanguage(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookie())?.value;
  if (!token || jar.has(localeCookie)) return;
  const locale = (await sessionUser(token))?.locale;
  if (locale) jar.set(localeCookie, locale, { maxAge: 31_536_000, sameSite: 'lax', path: '/' });
}
