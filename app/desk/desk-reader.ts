import type { Reader } from '@/app/shell/reader';
import type { SessionUser } from '@/domain/members/sessions';
import { formatsFor } from '@/i18n/formats';
import { getLocale, getTranslations } from '@/i18n/request';

export type DeskReader = Pick<Reader, 'locale' | 't' | 'f'>;

/** The reader of a page of the desk. Instants are told in the admin's own zone, or else in UTC. */
export async function deskReader(user: SessionUser): Promise<DeskReader> {
  const locale = await getLocale();
  return { locale, t: await getTranslations(), f: formatsFor(locale, user.zone ?? 'UTC') };
}
