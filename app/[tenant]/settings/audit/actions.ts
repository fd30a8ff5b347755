'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { setAuditDays } from '@/domain/audit/retention';

/** Changes for how many days the log is kept. */
export async function keepFor(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) => setAuditDays(work, Number(textIn(data, 'days') || Number.NaN)));
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/settings/audit?saved=1`);
}
