import { directoryQuery } from '@/db/client';
import { normalizedEmail } from './email';
import { setPassword } from './set-password';

export interface NewUser {
  email: string;
  name?: string;
  locale?: 'zh-CN' | 'en';
  /** IANA zone; without one the tenant's zone holds for this person. */
  zone?: string;
  password?: string;
}

/**
 * Makes a person known to the service. Somebody who is already there stays as they are: neither name nor password changes.
 * `created` says which it was. Refusals: `email_invalid`, `password_too_short`.
 */
export async function createUser(input: NewUser): Promise<{ id: string; email: string; created: boolean }> {
  const email = normalizedEmail(input.email);
  const [made] = await directoryQuery<{ id: string }>(
    `insert into directory.users (email, name, locale, zone) values ($1, $2, $3, $4)
     on conflict (email) do nothing returning id`,
    [email, input.name ?? null, input.locale ?? null, input.zone ?? null],
  );
  if (!made) {
    const [known] = await directoryQuery<{ id: string }>('select id from directory.users where email = $1', [email]);
    return { id: known!.id, email, created: false };
  }
  if (input.password !== undefined) await setPassword(made.id, input.password);
  return { id: made.id, email, created: true };
}
