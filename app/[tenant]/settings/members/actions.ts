'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn, tickedIn } from '@/app/forms/parse';
import { inviteMember } from '@/domain/invitations/invite-member';
import { resendInvitation } from '@/domain/invitations/resend-invitation';
import { revokeInvitation } from '@/domain/invitations/revoke-invitation';
import { changeMember } from '@/domain/members/change-member';
import { leaveTenant, removeMember } from '@/domain/members/remove-member';
import { transferOwnership } from '@/domain/members/transfer-ownership';

const pageOf = (slug: string): string => `/${slug}/settings/members`;

const limitsIn = (data: FormData) => ({
  channels: tickedIn(data, 'channels'),
  mechanisms: tickedIn(data, 'mechanisms'),
});

export async function invite(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const [email, role, locale] = [textIn(data, 'email'), textIn(data, 'role'), textIn(data, 'locale')];
  const outcome = await act(slug, data, (work) => inviteMember(work, { email, role, locale, ...limitsIn(data) }));
  if (!outcome.done) return outcome.state;
  redirect(`${pageOf(slug)}?done=invited`);
}

export async function resend(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => resendInvitation(work, id));
  redirect(`${pageOf(slug)}?${outcome.done ? 'done=resent' : `refused=${outcome.code}`}`);
}

export async function revoke(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => revokeInvitation(work, id));
  redirect(`${pageOf(slug)}?${outcome.done ? 'done=revoked' : `refused=${outcome.code}`}`);
}

export async function change(slug: string, id: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    changeMember(work, id, { role: textIn(data, 'role'), ...limitsIn(data) }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`${pageOf(slug)}?done=changed`);
}

export async function remove(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => removeMember(work, id));
  redirect(outcome.done ? `${pageOf(slug)}?done=removed` : `${pageOf(slug)}/${id}?refused=${outcome.code}`);
}

export async function leave(slug: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, leaveTenant);
  redirect(outcome.done ? '/' : `${pageOf(slug)}?refused=${outcome.code}`);
}

export async function transfer(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    transferOwnership(work, { to: textIn(data, 'to'), firmName: textIn(data, 'firmName') }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`${pageOf(slug)}?done=transferred`);
}
