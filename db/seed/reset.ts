import { directoryQuery } from '@/db/client';
import { env } from '@/lib/env';
import { demoTenants } from './demo-tenants';
import { eraseTenant } from './erase-tenant';
import { demoPeople } from './sign-ins';

/**
 * Takes the demo tenants and their people away, with everything they hold; `seedDemo` makes them anew. A tenant that only
 * happens to have such a name is left alone.
 * @returns the slugs of the tenants that were removed
 */
export async function resetDemo(): Promise<string[]> {
  const found = await demoTenants();
  for (const { id } of found) await eraseTenant(env().DATABASE_URL, id);
  await directoryQuery(
    `delete from directory.users u where email = any($1)
     and not exists (select from directory.memberships m where m.user_id = u.id)`,
    [demoPeople().map((p) => p.email)],
  );
  return found.map((t) => t.slug);
}
