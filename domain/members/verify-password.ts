import { directoryQuery } from '@/db/client';
import { matchesHash } from './password-hash';
import { countFailure, forgetFailures, refuseTooMany } from './sign-in-limit';

/**
 * Who signs in with this address and password; null when they do not belong together. An unknown address takes as long as
 * a wrong password and looks the same. Refusal: `too_many_attempts`.
 * @param from network address of the caller, when known
 */
export async function verifyPassword(input: {
  email: string;
  password: string;
  from: string | null;
}): Promise<{ id: string; email: string } | null> {
  const email = input.email.trim().toLowerCase().slice(0, 254);
  const keys = { account: email, address: input.from };
  await refuseTooMany(keys);
  const [user] = await directoryQuery<{ id: string; hash: string | null }>(
    `select u.id, p.hash from directory.users u left join directory.passwords p on p.user_id = u.id where u.email = $1`,
    [email],
  );
  const right = await matchesHash(input.password.slice(0, 512), user?.hash ?? null);
  if (!user || !right) {
    await countFailure(keys);
    return null;
  }
  await forgetFailures(email);
  return { id: user.id, email };
}
