import { directoryQuery } from '@/db/client';
import { isLocale, type Locale } from '@/i18n/locale';
import type { Mechanism } from '@/kpis/kpi';
import type { MemberRole } from '../permissions';
import type { Limits, Tenant } from '../tenants/access';

/** A member as the digests address them. */
export interface Reader {
  id: string;
  email: string;
  name: string | null;
  role: MemberRole;
  locale: Locale;
  /** IANA zone. */
  zone: string;
  /** To what their digests are limited, as their pages are. */
  limits: Limits;
}

/** A tenant's present members by id; language and zone are the tenant's where a person has chosen none. */
export async function readersOf(tenant: Tenant, userId?: string): Promise<Map<string, Reader>> {
  const rows = await directoryQuery<{
    id: string;
    email: string;
    name: string | null;
    role: MemberRole;
    locale: string | null;
    zone: string | null;
    channels: string[] | null;
    mechanisms: Mechanism[] | null;
  }>(
    `select u.id, u.email, u.name, u.locale, u.zone, m.role, m.channels, m.mechanisms from directory.memberships m
     join directory.users u on u.id = m.user_id where m.tenant_id = $1 and ($2::uuid is null or u.id = $2)`,
    [tenant.id, userId ?? null],
  );
  return new Map(
    rows.map(({ channels, mechanisms, ...row }) => [
      row.id,
      {
        ...row,
        limits: { channels, mechanisms },
        locale: isLocale(row.locale) ? row.locale : tenant.locale,
        zone: row.zone ?? tenant.zone,
      },
    ]),
  );
}
