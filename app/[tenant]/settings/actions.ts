'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { changeProfile } from '@/domain/members/change-profile';
import { isLocale, localeCookie } from '@/i18n/locale';

/** Keeps one's own language and zone, for pages and mails. */
export async function keepProfile(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const locale = textIn(data, 'locale');
  const outcome = await act(slug, data, (_work, { user }) =>
    changeProfile(user.id, { locale: isLocale(locale) ? locale : undefined, zone: textIn(data, 'zone') || null }),
  );
  if (!outcome.done) return outcome.state;
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, { maxAge: 31_536_000, sameSite: 'lax', path: '/' });
  redirect(`/${slug}/settings?saved=1`);
}
