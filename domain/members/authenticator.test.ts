import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { now } from '@/lib/clock';
import { beginSetup, confirmSetup, readSetup, removeAuthenticator, replaceRecoveryCodes } from './authenticator';
import { createUser } from './create-user';
import { passSecondFactor } from './pass-second-factor';
import { recoveryCodesLeft } from './recovery-codes';
import { redeemSecondFactor } from './redeem-second-factor';
import { hasSecondFactor, requireSecondFactor } from './second-factor';
import { openSession, pendingUser, type SessionUser, sessionUser } from './sessions';
import { stepOfCode } from './totp';

ownDatabase();

/** The code that an app with this secret shows, so many steps from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() + steps * 30_000 });

const notCodeOf = (secret: string): string => {
  const near = [-1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !near.includes(code))!;
};

let count = 0;
let user: SessionUser;
let token: string;
beforeEach(async () => {
  const { id } = await createUser({
    email: `lin${count++}@example.com`,
    password: 'correct horse battery',
    locale: 'en',
  });
  token = await openSession(id);
  user = (await sessionUser(token))!;
});

async function withAuthenticator(): Promise<{ secret: string; codes: string[] }> {
  await beginSetup(user);
  const { secret } = (await readSetup(user))!;
  const codes = await confirmSetup(user, codeOf(secret), null);
  // As if the set-up was a minute ago, so that the codes of now are still good.
  await directoryQuery('update directory.authenticators set last_step = last_step - 2 where user_id = $1', [user.id]);
  return { secret, codes };
}

const lettersTo = async (email: string): Promise<string[]> =>
  (
    await directoryQuery<{ letter: string }>(
      'select letter from directory.letters where email = $1 order by created_at',
      [email],
    )
  ).map((row) => row.letter);

describe('set-up', () => {
  it('takes nothing for set up before a right code is shown, and keeps the secret sealed', async () => {
    await beginSetup(user);
    const setup = (await readSetup(user))!;
    expect(setup.address).toContain(`secret=${setup.secret}`);
    expect(setup.address).toMatch(/^otpauth:\/\/totp\/Fairway:lin\d+%40example\.com\?issuer=Fairway&/);
    const [row] = await directoryQuery<{ secret: string }>(
      'select secret from directory.authenticators where user_id = $1',
      [user.id],
    );
    expect(row!.secret).not.toContain(setup.secret);
    await expect(confirmSetup(user, notCodeOf(setup.secret), null)).rejects.toMatchObject({ code: 'code_wrong' });
    await expect(confirmSetup(user, '12a', null)).rejects.toMatchObject({ code: 'code_form', field: 'code' });
    expect(await sessionUser(token)).toMatchObject({ authenticator: false });
    const codes = await confirmSetup(user, codeOf(setup.secret), null);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(await sessionUser(token)).toMatchObject({ authenticator: true, secondFactor: true });
    expect(await readSetup(user)).toBeNull();
    await expect(beginSetup(user)).rejects.toMatchObject({ code: 'authenticator_there' });
    expect(await lettersTo(user.email)).toEqual(['authenticator-set-up']);
  });

  it('is over after an hour', async () => {
    await beginSetup(user);
    const { secret } = (await readSetup(user))!;
    await directoryQuery(
      "update directory.authenticators set created_at = created_at - interval '61 minutes' where user_id = $1",
      [user.id],
    );
    expect(await readSetup(user)).toBeNull();
    await expect(confirmSetup(user, codeOf(secret), null)).rejects.toMatchObject({ code: 'setup_over' });
  });

  it('makes other sessions of the person wait for a code', async () => {
    const other = await openSession(user.id);
    await withAuthenticator();
    expect(await sessionUser(other)).toBeNull();
    expect(await pendingUser(other)).toMatchObject({ id: user.id });
    expect(await pendingUser(token)).toBeNull();
  });
});

describe('sign-in', () => {
  it('opens nothing before the code; then under a new token', async () => {
    const { secret } = await withAuthenticator();
    const waiting = await openSession(user.id);
    expect(await sessionUser(waiting)).toBeNull();
    const open = await passSecondFactor(waiting, codeOf(secret), null);
    expect(open).not.toBe(waiting);
    expect(await sessionUser(waiting)).toBeNull();
    const signedIn = (await sessionUser(open))!;
    expect(hasSecondFactor(signedIn)).toBe(true);
    requireSecondFactor(signedIn);
    await expect(passSecondFactor(waiting, codeOf(secret, 1), null)).rejects.toMatchObject({ code: 'sign_in_again' });
  });

  it('waits a quarter of an hour, no longer', async () => {
    const { secret } = await withAuthenticator();
    const waiting = await openSession(user.id);
    await directoryQuery(
      "update directory.sessions set created_at = created_at - interval '16 minutes' where user_id = $1",
      [user.id],
    );
    await expect(passSecondFactor(waiting, codeOf(secret), null)).rejects.toMatchObject({ code: 'sign_in_again' });
  });

  it('takes codes as they are typed, and one step to either side for clocks that differ', async () => {
    const { secret } = await withAuthenticator();
    const code = codeOf(secret);
    await redeemSecondFactor(user.id, ` ${code.slice(0, 3)} ${code.slice(3)} `, null);
    const wide = [...codeOf(secret, 1)].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
    await redeemSecondFactor(user.id, wide, null);
    const at = new Date('2026-03-01T12:00:15Z');
    const shown = (seconds: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() + seconds * 1000 });
    expect([-30, 0, 30].map((s) => stepOfCode(secret, shown(s), at))).toEqual(
      [-1, 0, 1].map((n) => Math.floor(at.getTime() / 30_000) + n),
    );
    expect([-60, 60].map((s) => stepOfCode(secret, shown(s), at))).toEqual([null, null]);
  });

  it('takes a code once, however many bring it at the same moment, and none from before it', async () => {
    const { secret } = await withAuthenticator();
    const code = codeOf(secret);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => redeemSecondFactor(user.id, code, null)));
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    for (const t of tries) if (t.status === 'rejected') expect(t.reason).toMatchObject({ code: 'code_used' });
    await directoryQuery('update directory.authenticators set last_step = last_step + 1 where user_id = $1', [user.id]);
    await expect(redeemSecondFactor(user.id, codeOf(secret), null)).rejects.toMatchObject({ code: 'code_used' });
  });

  it('stops listening after ten wrong codes, also when they come at once', async () => {
    const { secret } = await withAuthenticator();
    const wrong = notCodeOf(secret);
    const tries = await Promise.allSettled(Array.from({ length: 25 }, () => redeemSecondFactor(user.id, wrong, null)));
    const codes = tries.map((t) => (t as PromiseRejectedResult).reason.code as string);
    expect(codes.filter((code) => code === 'code_wrong').length).toBeLessThanOrEqual(10);
    await expect(redeemSecondFactor(user.id, codeOf(secret), null)).rejects.toMatchObject({
      code: 'too_many_attempts',
    });
  });

  it('does not know the code of somebody else', async () => {
    const { codes } = await withAuthenticator();
    const other = await createUser({ email: `other${count}@example.com` });
    await expect(redeemSecondFactor(other.id, codes[0]!, null)).rejects.toMatchObject({ code: 'recovery_code_wrong' });
  });
});

describe('recovery codes', () => {
  it('are good once each, however they are typed, and are stored as hashes', async () => {
    const { codes } = await withAuthenticator();
    await redeemSecondFactor(user.id, codes[0]!.toUpperCase().replace('-', ' '), null);
    await expect(redeemSecondFactor(user.id, codes[0]!, null)).rejects.toMatchObject({ code: 'recovery_code_wrong' });
    const both = await Promise.allSettled([1, 2].map(() => redeemSecondFactor(user.id, codes[1]!, null)));
    expect(both.map((t) => t.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await recoveryCodesLeft(user.id)).toBe(8);
    const rows = await directoryQuery<{ hash: string }>(
      'select hash from directory.recovery_codes where user_id = $1',
      [user.id],
    );
    for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$/);
  });

  it('are replaced by ten new ones, on proof', async () => {
    const { codes } = await withAuthenticator();
    await expect(replaceRecoveryCodes(user, {}, null)).rejects.toMatchObject({ code: 'proof_missing' });
    await expect(replaceRecoveryCodes(user, { password: 'a guess' }, null)).rejects.toMatchObject({
      code: 'password_wrong',
      field: 'password',
    });
    const fresh = await replaceRecoveryCodes(user, { password: 'correct horse battery' }, null);
    await expect(redeemSecondFactor(user.id, codes[0]!, null)).rejects.toMatchObject({ code: 'recovery_code_wrong' });
    await redeemSecondFactor(user.id, fresh[0]!, null);
  });
});

it('is switched off by password, code or recovery code alone; the person gets a letter, and no session counts as shown', async () => {
  const { codes } = await withAuthenticator();
  await expect(removeAuthenticator(user, { code: 'aaaaa-aaaaa' }, null)).rejects.toMatchObject({
    code: 'recovery_code_wrong',
  });
  await removeAuthenticator(user, { code: codes[3]! }, null);
  const left = (await sessionUser(token))!;
  expect(left).toMatchObject({ authenticator: false, secondFactor: false });
  expect(() => requireSecondFactor(left)).toThrow(expect.objectContaining({ code: 'authenticator_required' }));
  expect(await recoveryCodesLeft(user.id)).toBe(0);
  expect(await lettersTo(user.email)).toEqual(['authenticator-set-up', 'authenticator-removed']);
});
