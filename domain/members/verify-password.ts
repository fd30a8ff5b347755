import { directoryQuery } from '@/db/client';
import { comparedEmail } from './email';
import { loggedAttempt } from './logged-attempt';
import { matchesHash } from './password-hash';
import { takeAttempt, takeBack } from './sign-in-limit';

/**
 * Who signs in with this address and password; null when they do not belong together. An unknown address takes as long as
 * a wrong password and looks the same. Refusal: `too_many_attempts`.
 * @param input.from network address of the caller, when known
 */
export async function verifyPassword(input: {
  email: string;
  password: string;
  from: string | null;
}): Promise<{ id: string; email: string } | null> {
  const email = comparedEmail(input.email.slice(0, 254));
  return loggedAttempt({ proof: 'password', account: email, from: input.from }, () => verify({ ...input, email }));
}

async function verify(input: { email: string; password: string; from: string | null }) {
  const { email } = input;
  const keys = { account: email, address: input.from };
  // Counted before the slow comparing: guesses that come all at once are as many as one after the other.
  await takeAttempt(keys);
  const [user] = await directoryQuery<{ id: string; hash: string | null }>(
    `select u.id, p.hash from directory.users u left join directory.passwords p on p.user_id = u.id where u.email = $1`,
    [email],
  );
  const right = await matchesHash(input.password.slice(0, 512), user?.hash ?? null);
  if (!user || !right) return null;
  await takeBack(keys);
  return { id: user.id, email };
}
