'use server';
import { redirect } from 'next/navigation';
import { answered } from '@/app/access/answered';
import { callerOf } from '@/app/access/caller-of';
import { firmIn } from '@/app/firm/firm-in';
import type { FormState } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { resendSignUp, signUp } from '@/domain/members/sign-up';
import { getLocale, getTranslations } from '@/i18n/request';
import { keepSentTo, sentTo } from './sent-to';

const by = async () => ({ address: await callerOf(), locale: await getLocale() });

/** Asks for an account and a firm; goes on to "look in your mailbox", whether or not the address has an account. */
export async function askForAccount(_: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    const email = textIn(data, 'email');
    const password = secretIn(data, 'password');
    await signUp({ ...firmIn(data), person: textIn(data, 'person'), email, password }, await by());
    await keepSentTo(email);
    redirect('/sign-up/sent');
  });
}

/** Sends the letter again. */
export async function sendAgain(_: FormState, data: FormData): Promise<FormState> {
  const email = await sentTo();
  if (!email) redirect('/sign-up');
  return answered(data, async () => {
    await resendSignUp(email, await by());
    return { ok: true, message: (await getTranslations('signUp'))('sentAgain') };
  });
}
