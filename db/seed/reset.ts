import { directoryQuery } from '@/db/client';
import { eraseNow } from '@/domain/leaving/erase-now';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { foundedDemo } from './seed-tenant';
import { demoPeople } from './sign-ins';

/**
 * Takes the demo tenants and their people away, with everything they hold; `seedDemo` makes them anew. A tenant that only
 * happens to have such a name is left alone.
 * @param forgetJobs takes a tenant's orders out of the queues; answers how many
 * @returns the slugs of the tenants that were removed
 */
export async function resetDemo(forgetJobs: (tenantId: string) => Promise<number>): Promise<string[]> {
  const removed: string[] = [];
  for (const { tenant, email } of demoPeople().filter((p) => p.role === 'owner')) {
    const access = (await foundedDemo(tenant, email)) && (await accessForOperator(tenant));
    if (!access) continue;
    await eraseNow(access, () => forgetJobs(access.tenant.id));
    removed.push(tenant);
  }
  await directoryQuery(
    `delete from directory.users u where email = any($1)
     and not exists (select from directory.memberships m where m.user_id = u.id)`,
    [demoPeople().map((p) => p.email)],
  );
  return removed;
}
