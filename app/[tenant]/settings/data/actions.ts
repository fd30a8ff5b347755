'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { secretIn, textIn } from '@/app/forms/parse';
import { cancelErasure, requestErasure } from '@/domain/leaving/request-erasure';
import { startExport } from '@/domain/leaving/start-export';

/** What an owner may do whether or not anything else can be changed. */
const stillOpen = { stillOpen: true };

/** The banner over every page of the firm comes or goes. */
const revalidateFirm = (slug: string): void => revalidatePath(`/${slug}`, 'layout');

/** Has a copy of all data made. */
export async function makeCopy(slug: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, startExport, stillOpen);
  redirect(`/${slug}/settings/data${outcome.done ? '' : `?refused=${outcome.code}`}`);
}

/** Asks for the firm to be erased. The password is not shown again when something else was wrong. */
export async function leave(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const password = secretIn(data, 'password');
  const outcome = await act(
    slug,
    data,
    (work, { user }) => requestErasure(work, { slug: textIn(data, 'slug'), password, sessionId: user.sessionId }),
    stillOpen,
  );
  if (!outcome.done) return { ...outcome.state, values: { slug: textIn(data, 'slug') } };
  revalidateFirm(slug);
  redirect(`/${slug}/settings/data`);
}

/** Has the firm stay. */
export async function stay(slug: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, cancelErasure, stillOpen);
  revalidateFirm(slug);
  redirect(`/${slug}/settings/data?${outcome.done ? 'stayed=1' : `refused=${outcome.code}`}`);
}
