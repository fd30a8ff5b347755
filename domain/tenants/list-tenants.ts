import { directoryQuery } from '@/db/client';

export interface TenantLine {
  id: string;
  slug: string;
  name: string;
  /** IANA zone that cuts the firm's days. */
  zone: string;
  /** ISO 4217 reporting currency. */
  currency: string;
  locale: string;
  members: number;
  createdAt: Date;
}

/** All tenants by slug, for the operator; no page of a tenant may show this. */
export async function listTenants(): Promise<TenantLine[]> {
  return directoryQuery<TenantLine>(
    `select t.id, t.slug, t.name, t.zone, t.currency, t.locale, t.created_at as "createdAt",
       (select count(*)::int from directory.memberships m where m.tenant_id = t.id) as members
     from directory.tenants t order by t.slug`,
  );
}
