'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import { localPath } from '@/app/access/local-path';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { addNote } from '@/domain/notes/add-note';
import { removeNote } from '@/domain/notes/remove-note';

/** Adds a dated note and comes back to the chart. */
export async function noteOnChart(slug: string, back: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    addNote(work, { day: textIn(data, 'day'), text: textIn(data, 'text') }),
  );
  if (!outcome.done) return outcome.state;
  redirect(localPath(back));
}

/** Takes a note off and comes back to the chart. One that somebody else has removed just now is gone all the same. */
export async function removeFromChart(slug: string, back: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => removeNote(work, textIn(data, 'note')));
  const gone = outcome.done || outcome.code === 'not_found';
  redirect(gone ? localPath(back) : `${localPath(back)}${back.includes('?') ? '&' : '?'}refused=${outcome.code}`);
}
