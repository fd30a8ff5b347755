import { directoryQuery } from '@/db/client';
import { demoPeople } from './sign-ins';

/** The demo's tenants that are there: those that a demo owner owns. */
export async function demoTenants(): Promise<{ id: string; slug: string; foundedAt: Date }[]> {
  const owners = demoPeople().filter((p) => p.role === 'owner');
  return directoryQuery(
    `select t.id, t.slug, t.created_at as "foundedAt" from directory.tenants t
     join directory.memberships m on m.tenant_id = t.id and m.role = 'owner'
     join directory.users u on u.id = m.user_id
     join unnest($1::text[], $2::text[]) as d (slug, email) on d.slug = t.slug and d.email = u.email order by t.slug`,
    [owners.map((p) => p.tenant), owners.map((p) => p.email)],
  );
}
