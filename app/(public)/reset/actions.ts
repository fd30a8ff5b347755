'use server';
import { redirect } from 'next/navigation';
import { answered } from '@/app/access/answered';
import { callerOf } from '@/app/access/caller-of';
import type { FormState } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { completeReset, requestReset } from '@/domain/members/reset-password';
import { getLocale, getTranslations } from '@/i18n/request';

/** Mails a link to set a new password; says the same whether or not the address has an account. */
export async function mailReset(_: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    const email = textIn(data, 'email');
    await requestReset(email, { address: await callerOf(), locale: await getLocale() });
    return { ok: true, message: (await getTranslations('links'))('onItsWay', { email }) };
  });
}

/** Sets the new password and goes to the sign-in. */
export async function setNewPassword(token: string, _: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    await completeReset(token, secretIn(data, 'password'), await getLocale());
    redirect('/sign-in?password=new');
  });
}
