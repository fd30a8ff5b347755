'use server';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { answered } from '@/app/access/answered';
import type { FormState } from '@/app/forms/form-state';
import { confirmEmailChange } from '@/domain/members/change-email';

/** Changes the address of the account that asked for it. */
export async function confirm(token: string, _: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    await confirmEmailChange(token, await getLocale());
    redirect('/account/email/done');
  });
}
