'use server';
import { redirect } from 'next/navigation';
import { refused } from '@/app/access/act';
import { callerOf } from '@/app/access/caller-of';
import { goOn } from '@/app/access/go-on';
import { leave } from '@/app/access/leave';
import { localPath } from '@/app/access/local-path';
import { pendingSession } from '@/app/access/pending-session';
import { keepSessionToken } from '@/app/access/session-cookie';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { Refusal } from '@/domain/errors';
import { passSecondFactor } from '@/domain/members/pass-second-factor';

/** The second step: a code of the app, or a recovery code; then on to `next`. */
export async function showCode(_: FormState, data: FormData): Promise<FormState> {
  const pending = await pendingSession();
  const next = localPath(data.get('next'));
  if (!pending) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  try {
    await keepSessionToken(await passSecondFactor(pending.token, textIn(data, 'code'), await callerOf()));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What was typed is worth nothing any more.
    return { ...(await refused(error, data)), values: {} };
  }
  return goOn(pending.user, next);
}

/** Ends the session that waits: somebody else wants to sign in. */
export async function startOver(): Promise<void> {
  if (await pendingSession()) await leave();
  redirect('/sign-in');
}
