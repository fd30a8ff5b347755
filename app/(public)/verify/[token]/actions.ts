'use server';
import { answered } from '@/app/access/answered';
import { callerOf } from '@/app/access/caller-of';
import { enterByLink } from '@/app/access/enter-by-link';
import type { FormState } from '@/app/forms/form-state';
import { secretIn } from '@/app/forms/parse';
import { issueSignIn } from '@/domain/members/sign-in-link';
import { completeSignUp } from '@/domain/members/sign-up';

/** Opens the account, founds the firm, signs in and goes to its first page. */
export async function openAccount(token: string, _: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    const { userId, email, slug } = await completeSignUp(token, secretIn(data, 'password'), await callerOf());
    return enterByLink(await issueSignIn(userId, email), `/${slug}`);
  });
}
