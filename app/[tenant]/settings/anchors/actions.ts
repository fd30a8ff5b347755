'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { numberIn, textIn } from '@/app/forms/parse';
import { setAnchors } from '@/domain/anchors/set-anchors';

/** Sets a firm's own anchors of a KPI. When somebody was quicker, the page shows theirs, and what was typed stays. */
export async function keep(slug: string, kpi: string, _: FormState, data: FormData): Promise<FormState> {
  const path = `/${slug}/settings/anchors/${kpi}`;
  const outcome = await act(slug, data, (work) =>
    setAnchors(work, {
      kpi,
      anchors: { floor: numberIn(data, 'floor'), pass: numberIn(data, 'pass'), target: numberIn(data, 'target') },
      reason: textIn(data, 'reason'),
      after: Number(textIn(data, 'after')),
    }),
  );
  if (outcome.done) redirect(`${path}?saved=${outcome.result.version}`);
  if (outcome.code === 'anchors_changed') revalidatePath(path);
  return outcome.state;
}

/** The way back: the anchors that the KPI is declared with. */
export async function takeDefault(slug: string, kpi: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) =>
    setAnchors(work, { kpi, anchors: null, after: Number(textIn(data, 'after')) }),
  );
  const query = outcome.done ? `saved=${outcome.result.version}` : `refused=${outcome.code}`;
  redirect(`/${slug}/settings/anchors/${kpi}?${query}`);
}
