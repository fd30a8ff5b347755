import { directoryQuery } from '@/db/client';
import { authenticatorRemoved } from '@/emails/letters/authenticator-removed';
import { authenticatorSetUp } from '@/emails/letters/authenticator-set-up';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { seal, unseal } from '@/lib/seal';
import { Refusal } from '../errors';
import { postLetter } from '../mail/post-letter';
import { authenticatorPurpose } from './authenticator-purpose';
import { renewRecoveryCodes } from './recovery-codes';
import { redeemSecondFactor } from './redeem-second-factor';
import type { SessionUser } from './sessions';
import { takeAttempt, takeBack } from './sign-in-limit';
import { newSecret, setupAddress, stepOfCode } from './totp';
import { verifyPassword } from './verify-password';

/** A set-up that was not finished within this time is begun anew. */
const setupMinutes = 60;

/** A set-up that waits for its first code: the secret as people type it, and what the QR code says. */
export interface Setup {
  secret: string;
  address: string;
}

type Person = Pick<SessionUser, 'id' | 'email' | 'locale'>;

const tell = (person: Person, letter: typeof authenticatorSetUp): Promise<string> =>
  postLetter({
    email: person.email,
    locale: person.locale ?? 'zh-CN',
    letter,
    props: { link: `${env().APP_URL}/account` },
  });

/** Begins to set up an authenticator with a new secret. Refusal: `authenticator_there` (switch it off first). */
export async function beginSetup(person: Person): Promise<void> {
  const begun = await directoryQuery(
    `insert into directory.authenticators as a (user_id, secret, created_at) values ($1, $2, $3)
     on conflict (user_id) do update set secret = excluded.secret, created_at = excluded.created_at
       where a.confirmed_at is null returning 1`,
    [person.id, seal(newSecret(), authenticatorPurpose(person.id)), now()],
  );
  if (begun.length === 0) throw new Refusal('authenticator_there', 409);
}

/** The set-up that waits for its first code; null when none does. */
export async function readSetup(person: Person): Promise<Setup | null> {
  const [row] = await directoryQuery<{ secret: string }>(
    'select secret from directory.authenticators where user_id = $1 and confirmed_at is null and created_at > $2',
    [person.id, new Date(now().getTime() - setupMinutes * 60_000)],
  );
  const secret = row && unseal(row.secret, authenticatorPurpose(person.id));
  return secret ? { secret, address: setupAddress(secret, person.email) } : null;
}

/**
 * Finishes the set-up with a code from the app: from now on every sign-in asks for one. This session has shown its code; the
 * person's other sessions wait for theirs. Answers ten recovery codes, which are never shown again. Refusals:
 * `setup_over`, `code_form`, `code_wrong`, `too_many_attempts`.
 */
export async function confirmSetup(
  user: Person & Pick<SessionUser, 'sessionId'>,
  code: string,
  from: string | null,
): Promise<string[]> {
  const digits = code.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) throw new Refusal('code_form', 422, {}, 'code');
  const setup = await readSetup(user);
  if (!setup) throw new Refusal('setup_over', 409);
  const keys = { account: `setup:${user.id}`, address: from };
  await takeAttempt(keys);
  const step = stepOfCode(setup.secret, digits, now());
  if (step === null) throw new Refusal('code_wrong', 422, {}, 'code');
  const confirmed = await directoryQuery(
    `with session as (update directory.sessions set second_factor_at = $2 where id = $4 and user_id = $1)
     update directory.authenticators set confirmed_at = $2, last_step = $3
     where user_id = $1 and confirmed_at is null returning 1`,
    [user.id, now(), step, user.sessionId],
  );
  if (confirmed.length === 0) throw new Refusal('setup_over', 409);
  await takeBack(keys);
  await tell(user, authenticatorSetUp);
  return renewRecoveryCodes(user.id);
}

/** Takes back a set-up that was not finished. */
export async function dropSetup(person: Person): Promise<void> {
  await directoryQuery('delete from directory.authenticators where user_id = $1 and confirmed_at is null', [person.id]);
}

/** What proves that it is the person who changes this: their password, or a code of the authenticator or on paper. */
export interface Proof {
  password?: string;
  code?: string;
}

async function requireProof(person: Person, proof: Proof, from: string | null): Promise<void> {
  if (proof.code) return redeemSecondFactor(person.id, proof.code, from);
  if (!proof.password) throw new Refusal('proof_missing', 422, {}, 'password');
  const right = await verifyPassword({ email: person.email, password: proof.password, from });
  if (!right) throw new Refusal('password_wrong', 422, {}, 'password');
}

/**
 * Switches the authenticator off, with all recovery codes; the person gets a letter. Refusals: `proof_missing`,
 * `password_wrong`, `code_form`, `code_wrong`, `code_used`, `too_many_attempts`.
 */
export async function removeAuthenticator(person: Person, proof: Proof, from: string | null): Promise<void> {
  await requireProof(person, proof, from);
  const removed = await directoryQuery(
    `with codes as (delete from directory.recovery_codes where user_id = $1),
       sessions as (update directory.sessions set second_factor_at = null where user_id = $1)
     delete from directory.authenticators where user_id = $1 returning 1`,
    [person.id],
  );
  if (removed.length > 0) await tell(person, authenticatorRemoved);
}

/** Ten new recovery codes in place of the earlier ones. Refusals as of removeAuthenticator. */
export async function replaceRecoveryCodes(person: Person, proof: Proof, from: string | null): Promise<string[]> {
  await requireProof(person, proof, from);
  return renewRecoveryCodes(person.id);
}
