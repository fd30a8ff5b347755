import { Refusal } from '../errors';
import { redeemSecondFactor } from './redeem-second-factor';
import { completeSession, pendingUser } from './sessions';

/**
 * The second step of a sign-in: opens the session that waits, and answers its new token. Refusals: `sign_in_again` (it waits
 * no longer), and those of redeemSecondFactor.
 */
export async function passSecondFactor(token: string, code: string, from: string | null): Promise<string> {
  const user = await pendingUser(token);
  if (!user) throw new Refusal('sign_in_again', 401);
  await redeemSecondFactor(user.id, code, from);
  const next = await completeSession(token);
  if (!next) throw new Refusal('sign_in_again', 401);
  return next;
}
