import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { normalizedEmail } from './email';
import { setPassword } from './set-password';

export interface NewUser {
  email: string;
  name?: string;
  locale?: 'zh-CN' | 'en';
  /** IANA zone; without one the tenant's zone holds for this person. */
  zone?: string;
  password?: string;
  /** The address is known to be theirs: by a link in a mail, by their identity provider, or on the operator's word. */
  verified?: boolean;
}

/**
 * Makes a person known to the service. Somebody who is already there stays as they are: neither name nor password changes,
 * but an address that is verified now is verified from now on. `created` says which it was.
 * Refusals: `email_invalid`, `password_too_short`, `password_too_long`.
 */
export async function createUser(input: NewUser): Promise<{ id: string; email: string; created: boolean }> {
  const email = normalizedEmail(input.email);
  const verified = input.verified ? now() : null;
  const [made] = await directoryQuery<{ id: string }>(
    `insert into directory.users (email, name, locale, zone, email_verified) values ($1, $2, $3, $4, $5)
     on conflict (email) do nothing returning id`,
    [email, input.name ?? null, input.locale ?? null, input.zone ?? null, verified],
  );
  if (!made) {
    const [known] = await directoryQuery<{ id: string }>(
      'update directory.users set email_verified = coalesce(email_verified, $2) where email = $1 returning id',
      [email, verified],
    );
    return { id: known!.id, email, created: false };
  }
  if (input.password !== undefined) await setPassword(made.id, input.password);
  return { id: made.id, email, created: true };
}
