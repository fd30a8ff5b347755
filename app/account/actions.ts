'use server';
import { redirect } from 'next/navigation';
import { answered } from '@/app/access/answered';
import { callerOf } from '@/app/access/caller-of';
import { chooseLanguage } from '@/app/access/keep-language';
import type { FormState } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { requestEmailChange } from '@/domain/members/change-email';
import { changePassword } from '@/domain/members/change-password';
import { changeProfile } from '@/domain/members/change-profile';
import { revokeOtherSessions, revokeSession } from '@/domain/members/own-sessions';
import { requestReset } from '@/domain/members/reset-password';
import { isLocale } from '@/i18n/locale';
import { getLocale, getTranslations } from '@/i18n/request';
import { ownUser } from './own-user';

const by = async () => ({ address: await callerOf(), locale: await getLocale() });

/** Keeps one's own name, language and zone, for pages and mails. */
export async function keepProfile(_: FormState, data: FormData): Promise<FormState> {
  const user = await ownUser();
  const locale = textIn(data, 'locale');
  return answered(data, async () => {
    await changeProfile(user.id, {
      name: textIn(data, 'name') || (user.name === null ? undefined : ''),
      locale: isLocale(locale) ? locale : undefined,
      zone: textIn(data, 'zone') || null,
    });
    if (isLocale(locale)) await chooseLanguage(locale);
    redirect('/account?saved=profile');
  });
}

/** Mails a link to the new address, which changes it. */
export async function askForEmail(_: FormState, data: FormData): Promise<FormState> {
  const user = await ownUser();
  return answered(data, async () => {
    const email = textIn(data, 'email');
    await requestEmailChange(user, { email, present: secretIn(data, 'present_password') }, await by());
    return { ok: true, message: (await getTranslations('account'))('emailSent', { email }) };
  });
}

/** Changes the password; the other sessions end. */
export async function newPassword(_: FormState, data: FormData): Promise<FormState> {
  const user = await ownUser();
  return answered(data, async () => {
    const input = { present: secretIn(data, 'present_password'), password: secretIn(data, 'password') };
    await changePassword(user, input, await by());
    redirect('/account?saved=password');
  });
}

/** Mails a link to set a password, to who has none or has forgotten it. */
export async function mailPasswordLink(_: FormState, data: FormData): Promise<FormState> {
  const user = await ownUser();
  return answered(data, async () => {
    await requestReset(user.email, await by());
    return { ok: true, message: (await getTranslations('account'))('passwordSent', { email: user.email }) };
  });
}

/** Ends one of one's own sessions. One that is over by now is fine. */
export async function endSession(data: FormData): Promise<void> {
  const user = await ownUser();
  await answered(data, async () => {
    await revokeSession(user.id, textIn(data, 'session'));
    return {};
  });
  redirect('/account?saved=sessions#sessions');
}

/** Ends all of one's own sessions but this one. */
export async function endOthers(): Promise<void> {
  const user = await ownUser();
  await revokeOtherSessions(user.id, user.sessionId);
  redirect('/account?saved=sessions#sessions');
}
