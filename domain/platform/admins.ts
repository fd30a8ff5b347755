import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
import { normalizedEmail } from '../members/email';
import type { PlatformAccess } from './access';
import { asAdmin } from './deed';

export interface PlatformAdmin {
  email: string;
  /** Whether an authenticator is set up: without one there is no way to the desk. */
  authenticator: boolean;
}

/** All platform admins by address. */
export const listAdmins = (_platform: PlatformAccess): Promise<PlatformAdmin[]> =>
  directoryQuery<PlatformAdmin>(
    `select u.email, a.user_id is not null as authenticator from directory.users u
     left join directory.authenticators a on a.user_id = u.id and a.confirmed_at is not null
     where u.platform_admin order by u.email`,
  );

/** Makes a person who has an account a platform admin. Answers whether they were not one. Refusals: `email_invalid`, `person_unknown`. */
export async function grantAdmin(platform: PlatformAccess, given: string): Promise<boolean> {
  const email = normalizedEmail(given);
  return asAdmin(platform, async (deed) => {
    const [person] = await deed.query<{ id: string; platform_admin: boolean }>(
      'select id, platform_admin from directory.users where email = $1 for update',
      [email],
    );
    if (!person) throw new Refusal('person_unknown', 404, { email }, 'email');
    if (person.platform_admin) return false;
    await deed.query('update directory.users set platform_admin = true where id = $1', [person.id]);
    await deed.record('admin.granted', { email });
    return true;
  });
}

/** Takes the desk away from a person, and ends their visits. Answers whether they had it. Refusal: `email_invalid`. */
export async function revokeAdmin(platform: PlatformAccess, given: string): Promise<boolean> {
  const email = normalizedEmail(given);
  return asAdmin(platform, async (deed) => {
    const [person] = await deed.query<{ id: string }>(
      'update directory.users set platform_admin = false where email = $1 and platform_admin returning id',
      [email],
    );
    if (!person) return false;
    // A visit is open to admins only, so it is over at once; the tick tells the firm.
    await deed.query(
      'update directory.act_as_grants set ends_at = $2 where admin_id = $1 and ended_at is null and ends_at > $2',
      [person.id, deed.now],
    );
    await deed.record('admin.revoked', { email });
    return true;
  });
}
