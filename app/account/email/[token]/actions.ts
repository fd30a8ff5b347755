'use server';
import { redirect } from 'next/navigation';
import { answered } from '@/app/access/answered';
import { ownUser } from '@/app/account/own-user';
import type { FormState } from '@/app/forms/form-state';
import { confirmEmailChange } from '@/domain/members/change-email';
import { getLocale } from '@/i18n/request';

/** Changes the address of who is signed in, if it was they who asked for it. */
export async function confirm(token: string, _: FormState, data: FormData): Promise<FormState> {
  const user = await ownUser(`/account/email/${encodeURIComponent(token)}`);
  return answered(data, async () => {
    await confirmEmailChange(user, token, await getLocale());
    redirect('/account/email/done');
  });
}
