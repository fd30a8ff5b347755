'use server';
import { redirect } from 'next/navigation';
import { deskAct } from '@/app/access/desk-act';
import type { FormState } from '@/app/forms/form-state';
import { textIn, wholeIn } from '@/app/forms/parse';
import { resumeTenant, suspendTenant } from '@/domain/platform/suspend-tenant';
import { endVisit, startVisit } from '@/domain/platform/visits';

const pageOf = (slug: string): string => `/admin/tenants/${encodeURIComponent(slug)}`;

export async function suspend(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await deskAct(data, ({ platform }) =>
    suspendTenant(platform, slug, { reason: textIn(data, 'reason'), graceDays: wholeIn(data, 'graceDays') }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`${pageOf(slug)}?done=suspended`);
}

export async function resume(slug: string, data: FormData): Promise<void> {
  const outcome = await deskAct(data, ({ platform }) => resumeTenant(platform, slug));
  redirect(`${pageOf(slug)}?${outcome.done ? 'done=resumed' : `refused=${outcome.code}`}`);
}

export async function visit(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await deskAct(data, ({ platform }) =>
    startVisit(platform, slug, {
      reason: textIn(data, 'visitReason'),
      ticket: textIn(data, 'ticket'),
      minutes: wholeIn(data, 'minutes'),
      role: textIn(data, 'role'),
      mayChange: textIn(data, 'mayChange') === 'on',
    }),
  );
  if (!outcome.done) {
    // The form of the suspension beside it has a reason too.
    const { state } = outcome;
    return state.field === 'reason' ? { ...state, field: 'visitReason' } : state;
  }
  redirect(`/${encodeURIComponent(slug)}`);
}

export async function leave(slug: string, data: FormData): Promise<void> {
  const outcome = await deskAct(data, ({ platform }) => endVisit(platform, slug));
  redirect(`${pageOf(slug)}?${outcome.done ? 'done=ended' : `refused=${outcome.code}`}`);
}
