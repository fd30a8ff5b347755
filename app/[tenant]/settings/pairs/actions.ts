'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { numberIn, textIn } from '@/app/forms/parse';
import { setPairWeights } from '@/domain/pair-weights/set-pair-weights';
import { joinPairs } from '@/kpis/data-driven/data-silo-index';

/** Sets what the join pairs weigh. When somebody was quicker, the page shows theirs, and what was typed stays. */
export async function keep(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const path = `/${slug}/settings/pairs`;
  const outcome = await act(slug, data, (work) =>
    setPairWeights(work, {
      pairs: Object.fromEntries(joinPairs.map((pair) => [pair, numberIn(data, pair)])),
      reason: textIn(data, 'reason'),
      after: Number(textIn(data, 'after')),
    }),
  );
  if (outcome.done) redirect(`${path}?saved=${outcome.result.version}`);
  if (outcome.code === 'pair_weights_changed') revalidatePath(path);
  return outcome.state;
}

/** The way back: all weigh the same. */
export async function weighAlike(slug: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) =>
    setPairWeights(work, { pairs: null, after: Number(textIn(data, 'after')) }),
  );
  const query = outcome.done ? `saved=${outcome.result.version}` : `refused=${outcome.code}`;
  redirect(`/${slug}/settings/pairs?${query}`);
}
