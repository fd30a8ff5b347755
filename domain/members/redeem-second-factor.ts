import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { unseal } from '@/lib/seal';
import { Refusal } from '../errors';
import { authenticatorPurpose } from './authenticator-purpose';
import { loggedAttempt } from './logged-attempt';
import { looksLikeRecoveryCode, redeemRecoveryCode } from './recovery-codes';
import { takeAttempt, takeBack } from './sign-in-limit';
import { stepOfCode } from './totp';

/**
 * Uses up a code of a person's authenticator, or one of their recovery codes; each is good once, however many try it at the
 * same moment. Refusals, all of field `code`: `code_form` (neither six digits nor a recovery code), `code_wrong` (also says to
 * look at the phone's clock), `code_used`; and `too_many_attempts`.
 * @param from network address of the caller, when known
 */
export async function redeemSecondFactor(userId: string, code: string, from: string | null): Promise<void> {
  const digits = code.normalize('NFKC').replace(/[\s-]/g, '');
  const isCode = /^\d{6}$/.test(digits);
  if (!isCode && !looksLikeRecoveryCode(code)) throw new Refusal('code_form', 422, {}, 'code');
  const keys = { account: `code:${userId}`, address: from };
  await loggedAttempt({ proof: 'code', account: userId, from }, async () => {
    await takeAttempt(keys);
    if (isCode) await redeemCode(userId, digits);
    else if (!(await redeemRecoveryCode(userId, code))) throw new Refusal('recovery_code_wrong', 422, {}, 'code');
  });
  await takeBack(keys);
}

async function redeemCode(userId: string, digits: string): Promise<void> {
  const [row] = await directoryQuery<{ secret: string }>(
    'select secret from directory.authenticators where user_id = $1 and confirmed_at is not null',
    [userId],
  );
  const secret = row && unseal(row.secret, authenticatorPurpose(userId));
  const step = secret ? stepOfCode(secret, digits, now()) : null;
  if (step === null) throw new Refusal('code_wrong', 422, {}, 'code');
  // The row decides: of two that bring the same code, one moves last_step on.
  const used = await directoryQuery(
    'update directory.authenticators set last_step = $2 where user_id = $1 and last_step < $2 returning 1',
    [userId, step],
  );
  if (used.length === 0) throw new Refusal('code_used', 422, {}, 'code');
}
