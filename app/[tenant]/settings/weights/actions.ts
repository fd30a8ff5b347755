'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { judgementsIn } from '@/app/weights/judgements-in';
import { setWeights } from '@/domain/weights/set-weights';

/** Sets the answers as the firm's weights. When somebody was quicker, the page shows theirs, and what was answered stays. */
export async function keep(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    setWeights(work, {
      levels: judgementsIn(data),
      reason: textIn(data, 'reason'),
      after: Number(textIn(data, 'after')),
    }),
  );
  if (outcome.done) redirect(`/${slug}/settings/weights?saved=${outcome.result.version}`);
  if (outcome.code === 'weights_changed') revalidatePath(`/${slug}/settings/weights`);
  return outcome.state;
}

/** The way back: all weigh the same. */
export async function weighAllAlike(slug: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) =>
    setWeights(work, { levels: {}, after: Number(textIn(data, 'after')) }),
  );
  const query = outcome.done ? `saved=${outcome.result.version}` : `refused=${outcome.code}`;
  redirect(`/${slug}/settings/weights?${query}`);
}
