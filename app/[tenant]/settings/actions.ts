'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { changeTenant } from '@/domain/tenants/change-tenant';

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
