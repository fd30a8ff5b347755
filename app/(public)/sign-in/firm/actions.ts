'use server';
import { redirect } from 'next/navigation';
import { firmPage } from '@/app/access/firm-page';
import { localPath } from '@/app/access/local-path';
import { type FormState, typedValues } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { providerForEmail } from '@/domain/identity/sign-in-rule';
import { getTranslations } from '@/i18n/request';

/** Finds the provider of an address by its domain: the same for every address of it. */
export async function findFirm(_: FormState, data: FormData): Promise<FormState> {
  const firm = await providerForEmail(textIn(data, 'email'));
  if (firm) redirect(firmPage(firm.domain, localPath(data.get('next'))));
  return { message: (await getTranslations('firmSignIn'))('unknown'), field: 'email', values: typedValues(data) };
}
