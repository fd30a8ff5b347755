import { createHmac } from 'node:crypto';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { Refusal } from '../errors';

/** By what somebody shows who they are. */
type Proof = 'password' | 'link' | 'provider' | 'code';

/** The same word for the same account or place, which tells nobody which. */
const alias = (text: string | null | undefined): string | null =>
  text ? createHmac('sha256', env().AUTH_SECRET).update(text).digest('base64url').slice(0, 12) : null;

/**
 * Writes to the log what becomes of an attempt to show who one is: `accepted`, `wrong` (it answered null or false) or the
 * refusal's code. The account as it was named and the network address stand there as aliases only.
 */
export async function loggedAttempt<T>(
  by: { proof: Proof; account?: string; from?: string | null },
  attempt: () => Promise<T>,
): Promise<T> {
  const say = (outcome: string) =>
    log(outcome === 'accepted' ? 'info' : 'warn', 'sign_in.attempt', {
      proof: by.proof,
      outcome,
      account: alias(by.account),
      from: alias(by.from),
    });
  try {
    const result = await attempt();
    say(result === null || result === false ? 'wrong' : 'accepted');
    return result;
  } catch (error) {
    say(error instanceof Refusal ? error.code : 'failed');
    throw error;
  }
}
