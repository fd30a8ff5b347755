'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { numberIn, textIn } from '@/app/forms/parse';
import { archiveMilestone } from '@/domain/milestones/archive-milestone';
import { changeMilestone } from '@/domain/milestones/change-milestone';
import { createMilestone } from '@/domain/milestones/create-milestone';
import { restoreMilestone } from '@/domain/milestones/restore-milestone';

const promise = (data: FormData) => ({
  target: numberIn(data, 'target'),
  dueOn: textIn(data, 'dueOn'),
  // A name that was left as it is stays the template's, in both languages.
  title: textIn(data, 'title') === textIn(data, 'titleWas') ? undefined : textIn(data, 'title') || null,
  owner: textIn(data, 'owner') || null,
});

export async function setMilestone(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    createMilestone(work, { ...promise(data), kpi: textIn(data, 'kpi'), stage: numberIn(data, 'stage') }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/roadmap/${outcome.result.id}`);
}

export async function moveMilestone(slug: string, id: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    changeMilestone(work, id, { ...promise(data), startOn: textIn(data, 'startOn') }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/roadmap/${id}?saved=1`);
}

export async function shelveMilestone(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => archiveMilestone(work, id));
  redirect(outcome.done ? `/${slug}/roadmap?archived=${id}` : `/${slug}/roadmap/${id}?refused=${outcome.code}`);
}

export async function unshelveMilestone(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => restoreMilestone(work, id));
  redirect(outcome.done ? `/${slug}/roadmap/${id}` : `/${slug}/roadmap?refused=${outcome.code}`);
}
