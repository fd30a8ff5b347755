'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { refused } from '@/app/access/act';
import { signIn } from '@/app/access/auth';
import { currentUser } from '@/app/access/current-user';
import { keepLanguage } from '@/app/access/keep-language';
import { leave } from '@/app/access/leave';
import type { FormState } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { Refusal } from '@/domain/errors';
import { acceptInvitation } from '@/domain/invitations/accept-invitation';
import { openAccount } from '@/domain/invitations/open-account';
import { callerAddress } from '@/lib/caller-address';

const pageOf = (token: string): string => `/invitation/${encodeURIComponent(token)}`;

/** Takes the invitation up for who is signed in. */
export async function accept(token: string, _: FormState, data: FormData): Promise<FormState> {
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(pageOf(token))}`);
  let slug: string;
  try {
    ({ slug } = await acceptInvitation(token, user, callerAddress(await headers())));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error, data);
  }
  redirect(`/${slug}`);
}

/** Opens an account with a name and a password, takes the invitation up, and signs in. */
export async function join(token: string, _: FormState, data: FormData): Promise<FormState> {
  const password = secretIn(data, 'password');
  let joined: Awaited<ReturnType<typeof openAccount>>;
  try {
    const address = callerAddress(await headers());
    joined = await openAccount(token, { name: textIn(data, 'name'), password }, address);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error, data);
  }
  const { email, slug } = joined;
  try {
    await signIn('credentials', { email, password, redirect: false, redirectTo: '/' });
    await keepLanguage(joined);
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    redirect(`/sign-in?next=${encodeURIComponent(`/${slug}`)}`);
  }
  redirect(`/${slug}`);
}

/** Signs out whoever is signed in, and opens the invitation again. */
export async function asSomebodyElse(token: string): Promise<void> {
  await leave();
  redirect(pageOf(token));
}
