'use server';
import { redirect } from 'next/navigation';
import { answered } from '@/app/access/answered';
import { callerOf } from '@/app/access/caller-of';
import { firmPage } from '@/app/access/firm-page';
import { localPath } from '@/app/access/local-path';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { providerForEmail } from '@/domain/identity/sign-in-rule';
import { requestSignInLink } from '@/domain/members/sign-in-link';
import { getLocale, getTranslations } from '@/i18n/request';

/** Mails a link to sign in with; says the same whether or not the address has an account. */
export async function mailLink(_: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    const email = textIn(data, 'email');
    const next = localPath(data.get('next'));
    const firm = await providerForEmail(email);
    if (firm?.enforced) redirect(firmPage(firm.domain, next));
    await requestSignInLink(email, { address: await callerOf(), locale: await getLocale(), next });
    return { ok: true, message: (await getTranslations('links'))('onItsWay', { email }) };
  });
}
