'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { conditionsIn } from '@/app/gates/conditions-in';
import { setGate } from '@/domain/gates/set-gate';
import type { Stage } from '@/roadmap/milestone';

/** Sets what a gate asks of the firm. When somebody was quicker, the page shows theirs, and what was typed stays. */
export async function keep(slug: string, stage: Stage, _: FormState, data: FormData): Promise<FormState> {
  const path = `/${slug}/settings/gates/${stage}`;
  const outcome = await act(slug, data, (work) =>
    setGate(work, {
      stage,
      conditions: conditionsIn(data),
      reason: textIn(data, 'reason'),
      after: Number(textIn(data, 'after')),
    }),
  );
  if (outcome.done) redirect(`${path}?saved=${outcome.result.version}`);
  if (outcome.code === 'gate_changed') revalidatePath(path);
  return outcome.state;
}

/** The way back: what the stage is declared with. */
export async function takeDefault(slug: string, stage: Stage, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) =>
    setGate(work, { stage, conditions: null, after: Number(textIn(data, 'after')) }),
  );
  const query = outcome.done ? `saved=${outcome.result.version}` : `refused=${outcome.code}`;
  redirect(`/${slug}/settings/gates/${stage}?${query}`);
}
