'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { createKey } from '@/domain/keys/create-key';
import { revokeKey } from '@/domain/keys/revoke-key';

/** Makes a key and answers it to this form alone: it is in no address, no cookie and no page that could be kept. */
export async function make(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const lifetime = textIn(data, 'expiresInDays');
  const outcome = await act(slug, data, (work) =>
    createKey(work, {
      name: textIn(data, 'name'),
      role: textIn(data, 'role'),
      expiresInDays: lifetime === 'never' ? null : Number(lifetime),
    }),
  );
  if (!outcome.done) return outcome.state;
  revalidatePath(`/${slug}/settings/keys`);
  return { secret: outcome.result.key };
}

export async function revoke(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => revokeKey(work, id));
  redirect(`/${slug}/settings/keys?${outcome.done ? 'done=revoked' : `refused=${outcome.code}`}`);
}
