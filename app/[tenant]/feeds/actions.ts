'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { connectorNamed } from '@/connectors/catalogue';
import { Refusal } from '@/domain/errors';
import { archiveFeed } from '@/domain/feeds/archive-feed';
import { changeFeed } from '@/domain/feeds/change-feed';
import { connectFeed } from '@/domain/feeds/connect-feed';

export async function connect(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, async (work) => {
    const connector = textIn(data, 'connector');
    if (!connectorNamed(connector)) throw new Refusal('connector_unknown', 422, { connector }, 'connector');
    return connectFeed(work, { connector, name: textIn(data, 'name') });
  });
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/feeds/${outcome.result.id}`);
}

export async function rename(slug: string, id: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) => changeFeed(work, id, { name: textIn(data, 'name') }));
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/feeds/${id}?saved=1`);
}

export async function setStatus(slug: string, id: string, status: 'active' | 'paused', data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => changeFeed(work, id, { status }));
  redirect(outcome.done ? `/${slug}/feeds/${id}` : `/${slug}/feeds/${id}?refused=${outcome.code}`);
}

export async function archive(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => archiveFeed(work, id));
  redirect(outcome.done ? `/${slug}/feeds` : `/${slug}/feeds/${id}?refused=${outcome.code}`);
}
