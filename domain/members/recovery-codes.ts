import { createHash, randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';

const recoveryCodeCount = 10;

// No letter or digit that is taken for another: 49 bits in ten of them.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const newCode = (): string => {
  const half = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${half()}-${half()}`;
};

/** A code as it is compared: small letters and digits alone, however it was typed or copied. */
const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

// One salt a person, so that a code is found by its hash; argon2id, so that who reads the table cannot try them all.
const hashOf = (userId: string, code: string): Promise<string> =>
  hash(plain(code), {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
    salt: createHash('sha256').update(`recovery ${userId}`).digest().subarray(0, 16),
  });

/** Makes ten new codes in place of all earlier ones and answers them: they are stored as hashes and never shown again. */
export async function renewRecoveryCodes(userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  const hashes = await Promise.all(codes.map((code) => hashOf(userId, code)));
  // A statement's parts do not see one another's changes, so the earlier ones go first.
  await directoryQuery('delete from directory.recovery_codes where user_id = $1', [userId]);
  await directoryQuery('insert into directory.recovery_codes (user_id, hash) select $1, unnest($2::text[])', [
    userId,
    hashes,
  ]);
  return codes;
}

/** How a recovery code looks, roughly: what is worth hashing. */
export const looksLikeRecoveryCode = (text: string): boolean => plain(text).length === 10;

/** Uses a code up; false when it is none of theirs or was used. However many try one at once, one succeeds. */
export async function redeemRecoveryCode(userId: string, code: string): Promise<boolean> {
  const used = await directoryQuery(
    'update directory.recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null returning 1',
    [userId, await hashOf(userId, code), now()],
  );
  return used.length === 1;
}

/** How many of a person's codes are still good. */
export async function recoveryCodesLeft(userId: string): Promise<number> {
  const [row] = await directoryQuery<{ n: number }>(
    'select count(*)::int as n from directory.recovery_codes where user_id = $1 and used_at is null',
    [userId],
  );
  return row!.n;
}
