import { directoryQuery } from '@/db/client';
import type { LetterKind } from '@/emails/letters/letter';
import { formatsFor } from '@/i18n/formats';
import { isLocale } from '@/i18n/locale';
import { env } from '@/lib/env';
import type { DirectoryQuery } from '../in-directory';
import { postLetter } from '../mail/post-letter';
import type { Tenant } from '../tenants/access';

export interface Owner {
  /** An instant as this owner reads it, with the zone. */
  instant(at: Date): string;
  link(path: string): string;
}

/**
 * A letter to each owner of a firm, in their language and zone.
 * @param query of the transaction with which the letters stand or fall, if there is one
 */
export async function lettersToOwners<Props extends object>(
  tenant: Tenant,
  letter: LetterKind<Props>,
  props: (owner: Owner) => Props,
  query: DirectoryQuery = directoryQuery,
): Promise<void> {
  const owners = await query<{ email: string; locale: string | null; zone: string | null }>(
    `select u.email, u.locale, u.zone from directory.memberships m join directory.users u on u.id = m.user_id
     where m.tenant_id = $1 and m.role = 'owner' order by u.email`,
    [tenant.id],
  );
  for (const { email, locale: own, zone: ownZone } of owners) {
    const locale = isLocale(own) ? own : tenant.locale;
    const zone = ownZone ?? tenant.zone;
    const f = formatsFor(locale, zone);
    const owner = {
      instant: (at: Date) => `${f.instant(at)} (${zone})`,
      link: (path: string) => `${env().APP_URL}/${path}`,
    };
    await postLetter({ email, locale, letter, props: props(owner), tenantId: tenant.id }, query);
  }
}
