import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import type { FormState } from '@/app/forms/form-state';
import { Refusal } from '@/domain/errors';
import { sessionUser } from '@/domain/members/sessions';
import { sentenceOf } from '@/domain/sentence';
import { getLocale } from '@/i18n/request';
import { LinkRefused, signIn } from './auth';
import { goOn } from './go-on';
import { localPath } from './local-path';
import { pendingSession } from './pending-session';
import { sessionToken } from './session-cookie';

/** Signs in by the token of a link and goes on to `next`; answers why it cannot. For server actions. */
export async function enterByLink(token: string, next: unknown): Promise<FormState> {
  try {
    await signIn('link', { token, redirect: false, redirectTo: '/' });
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const code = error instanceof LinkRefused ? error.code : 'link_unknown';
    return { message: sentenceOf(new Refusal(code), await getLocale()) };
  }
  const path = localPath(next);
  if (await pendingSession()) redirect(`/sign-in/code?next=${encodeURIComponent(path)}`);
  const opened = await sessionToken();
  return goOn(opened ? await sessionUser(opened) : null, path);
}
