'use server';
import { answered } from '@/app/access/answered';
import type { FormState } from '@/app/forms/form-state';
import { proveByMail } from '@/domain/identity/prove-domain';
import { getTranslations } from '@/i18n/request';

/** Who runs the mail domain confirms that it is the firm's. */
export async function confirmDomain(token: string, _: FormState, data: FormData): Promise<FormState> {
  return answered(data, async () => {
    const proven = await proveByMail(token);
    return { ok: true, message: (await getTranslations('domainPage'))('done', proven) };
  });
}
