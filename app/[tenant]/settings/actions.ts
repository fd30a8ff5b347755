'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { changeProfile } from '@/domain/members/change-profile';
import { changeTenant } from '@/domain/tenants/change-tenant';
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

/** Keeps what the firm says of itself. Fields that stand fast are not sent, and stay. */
export async function keepFirm(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const given = (name: string) => (data.has(name) ? textIn(data, name) : undefined);
  const outcome = await act(slug, data, (work) =>
    changeTenant(work, {
      name: given('name'),
      locale: given('locale'),
      sells: given('sells'),
      markets: given('markets'),
      zone: given('zone'),
      currency: given('currency'),
    }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/settings?saved=firm`);
}
