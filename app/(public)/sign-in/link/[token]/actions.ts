'use server';
import { answered } from '@/app/access/answered';
import { enterByLink } from '@/app/access/enter-by-link';
import type { FormState } from '@/app/forms/form-state';
import { readSignInLink } from '@/domain/members/sign-in-link';

/** Signs in and goes on to where the link was asked for. */
export async function enter(token: string, _: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => enterByLink(token, (await readSignInLink(token)).next));
}
