'use server';
import { redirect } from 'next/navigation';
import { refused } from '@/app/access/act';
import { callerOf } from '@/app/access/caller-of';
import { currentUser } from '@/app/access/current-user';
import type { FormState } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { Refusal } from '@/domain/errors';
import {
  beginSetup,
  confirmSetup,
  dropSetup,
  type Proof,
  removeAuthenticator,
  replaceRecoveryCodes,
} from '@/domain/members/authenticator';
import type { SessionUser } from '@/domain/members/sessions';
import { carryCodes, dropCodes } from './codes-cookie';

const here = '/account/two-factor';

const signedIn = async (): Promise<SessionUser> => (await currentUser()) ?? redirect(`/sign-in?next=${here}`);

/** Does it; a refusal comes back as a sentence at its field, without what was typed: passwords and codes are not sent back. */
async function attempt(data: FormData, does: (user: SessionUser) => Promise<void>): Promise<FormState> {
  const user = await signedIn();
  try {
    await does(user);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...(await refused(error, data)), values: {} };
  }
  redirect(here);
}

const proofIn = (data: FormData): Proof => ({
  password: secretIn(data, 'password'),
  code: textIn(data, 'code'),
});

export async function begin(_: FormState, data: FormData): Promise<FormState> {
  return attempt(data, beginSetup);
}

export async function cancel(): Promise<void> {
  await dropSetup(await signedIn());
  redirect(here);
}

export async function confirm(_: FormState, data: FormData): Promise<FormState> {
  return attempt(data, async (user) =>
    carryCodes(user.id, await confirmSetup(user, textIn(data, 'code'), await callerOf())),
  );
}

export async function renewCodes(_: FormState, data: FormData): Promise<FormState> {
  return attempt(data, async (user) =>
    carryCodes(user.id, await replaceRecoveryCodes(user, proofIn(data), await callerOf())),
  );
}

export async function remove(_: FormState, data: FormData): Promise<FormState> {
  return attempt(data, async (user) => removeAuthenticator(user, proofIn(data), await callerOf()));
}

/** The person has the codes now. */
export async function kept(): Promise<void> {
  await dropCodes();
  redirect(here);
}
