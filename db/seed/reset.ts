import { directoryQuery } from '@/db/client';
import { env } from '@/lib/env';
import { eraseTenant } from './erase-tenant';
import { foundedDemo } from './seed-tenant';
import { demoPeople } from './sign-ins';

/**
 * Takes the demo tenants and their people away, with everything they hold; `seedDemo` makes them anew. A tenant that only
 * happens to have such a name is left alone.
 * @returns the slugs of the tenants that were removed
 */
export async function resetDemo(): Promise<string[]> {
  const removed: string[] = [];
  for (const { tenant, email } of demoPeople().filter((p) => p.role === 'owner')) {
    const found = await foundedDemo(tenant, email);
    if (!found) continue;
    await eraseTenant(env().DATABASE_URL, found.id);
    removed.push(tenant);
  }
  await directoryQuery(
    `delete from directory.users u where email = any($1)
     and not exists (select from directory.memberships m where m.user_id = u.id)`,
    [demoPeople().map((p) => p.email)],
  );
  return removed;
}
