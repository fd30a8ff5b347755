'use server';
import { redirect } from 'next/navigation';
import { deskAct } from '@/app/access/desk-act';
import { instantIn } from '@/app/desk/instant-in';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { keepAnnouncement, removeAnnouncement } from '@/domain/platform/announcements';

const page = '/admin/announcements';

export async function keep(id: string | null, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await deskAct(data, ({ platform, user }) => {
    const zone = user.zone ?? 'UTC';
    return keepAnnouncement(platform, id, {
      tone: textIn(data, 'tone'),
      en: textIn(data, 'en'),
      zh: textIn(data, 'zh'),
      startsAt: instantIn(data, 'startsAt', zone),
      endsAt: instantIn(data, 'endsAt', zone),
    });
  });
  if (!outcome.done) return outcome.state;
  redirect(`${page}?done=saved`);
}

export async function remove(data: FormData): Promise<void> {
  const outcome = await deskAct(data, ({ platform }) => removeAnnouncement(platform, textIn(data, 'id')));
  redirect(`${page}?${outcome.done ? 'done=removed' : `refused=${outcome.code}`}`);
}
