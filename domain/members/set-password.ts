import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';
import { hashPassword } from './password-hash';

export const shortestPassword = 8;
// argon2 reads all of it: without a limit a long one is a cheap way to keep the server busy.
const longestPassword = 512;

/** Sets a person's password and ends all their sessions. Refusals: `password_too_short`, `password_too_long`. */
export async function setPassword(userId: string, password: string): Promise<void> {
  if (password.length < shortestPassword)
    throw new Refusal('password_too_short', 422, { min: shortestPassword }, 'password');
  if (password.length > longestPassword)
    throw new Refusal('password_too_long', 422, { max: longestPassword }, 'password');
  await directoryQuery(
    `with ended as (delete from directory.sessions where user_id = $1)
     insert into directory.passwords (user_id, hash, changed_at) values ($1, $2, $3)
     on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
    [userId, await hashPassword(password), now()],
  );
}
