import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';
import { hashPassword } from './password-hash';

export const shortestPassword = 8;
// argon2 reads all of it: without a limit a long one is a cheap way to keep the server busy.
export const longestPassword = 512;

/**
 * Sets a person's password and ends their sessions. Refusals: `password_too_short`, `password_too_long`.
 * @param options.keep the id of a session that goes on
 */
export async function setPassword(userId: string, password: string, options: { keep?: string } = {}): Promise<void> {
  if (password.length < shortestPassword)
    throw new Refusal('password_too_short', 422, { min: shortestPassword }, 'password');
  if (password.length > longestPassword)
    throw new Refusal('password_too_long', 422, { max: longestPassword }, 'password');
  await storePassword(userId, await hashPassword(password), options);
}

/** The same with a password that was hashed before. */
export async function storePassword(userId: string, hash: string, options: { keep?: string } = {}): Promise<void> {
  await directoryQuery(
    `with ended as (delete from directory.sessions where user_id = $1 and id is distinct from $4::uuid)
     insert into directory.passwords (user_id, hash, changed_at) values ($1, $2, $3)
     on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
    [userId, hash, now(), options.keep ?? null],
  );
}
