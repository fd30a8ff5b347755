'use server';
import { redirect } from 'next/navigation';
import { answered } from '@/app/access/answered';
import { callerOf } from '@/app/access/caller-of';
import { currentUser } from '@/app/access/current-user';
import { firmIn } from '@/app/firm/firm-in';
import type { FormState } from '@/app/forms/form-state';
import { foundOwnFirm } from '@/domain/tenants/found-own-firm';

/** Founds a firm for who is signed in, and goes to its first page. */
export async function found(_: FormState, data: FormData): Promise<FormState> {
  const user = await currentUser();
  if (!user) redirect('/sign-in?next=/new-firm');
  return answered(data, async () => redirect(`/${(await foundOwnFirm(user, firmIn(data), await callerOf())).slug}`));
}
