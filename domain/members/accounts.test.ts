import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { lettersTo } from '../mail/test-mailbox';
import { createTenant } from '../tenants/create-tenant';
import { accessForMember } from '../tenants/ways-in';
import { withTenant } from '../work';
import { confirmEmailChange, requestEmailChange } from './change-email';
import { changePassword } from './change-password';
import { createUser } from './create-user';
import { listSessions, revokeOtherSessions, revokeSession } from './own-sessions';
import { completeReset, requestReset } from './reset-password';
import { openSession, sessionUser } from './sessions';
import { redeemSignInLink, requestSignInLink } from './sign-in-link';
import { completeSignUp, resendSignUp, type SignUpInput, signUp } from './sign-up';
import { verifyPassword } from './verify-password';

ownDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const by = { address: null, locale: 'en' } as const;
const good = 'tangerine boat lamp 9';

let made = 0;
const newEmail = () => `p${++made}-${randomUUID().slice(0, 8)}@example.com`;

const asked = (over: Partial<SignUpInput> = {}): SignUpInput => ({
  name: 'Morning Sail Trading',
  slug: `sail-${randomUUID().slice(0, 8)}`,
  zone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'en',
  sells: 'Lamps and lanterns',
  markets: '美国, de、Japan',
  person: 'Lin Wei',
  email: newEmail(),
  password: good,
  ...over,
});

const later = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
const signsIn = async (email: string, password: string) =>
  (await verifyPassword({ email, password, from: null })) !== null;
const person = async (password = good) => {
  const { id, email } = await createUser({ email: newEmail(), name: 'Lin Wei', password, locale: 'en' });
  const token = await openSession(id);
  return { ...(await sessionUser(token))!, id, email, token };
};

describe('sign-up', () => {
  it('founds the firm when the link is used, with all that was said of it', async () => {
    const input = asked();
    await signUp(input, by);
    expect(await accessForMember(randomUUID(), input.slug!)).toBeNull();
    expect(await signsIn(input.email, good)).toBe(false);
    const [letter] = await lettersTo(input.email);
    expect(letter).toMatchObject({ letter: 'verify-address', locale: 'en' });
    const { userId, slug } = await completeSignUp(letter!.token!, good, '192.0.2.9');
    expect(slug).toBe(input.slug);
    const access = (await accessForMember(userId, slug))!;
    expect(access).toMatchObject({ tenant: { name: 'Morning Sail Trading', zone: 'Europe/Berlin', currency: 'EUR' } });
    expect(access.actor.role).toBe('owner');
    const [row] = await directoryQuery('select sells, markets from directory.tenants where slug = $1', [slug]);
    expect(row).toEqual({ sells: 'Lamps and lanterns', markets: ['US', 'DE', 'JP'] });
    const [user] = await directoryQuery('select name, email_verified from directory.users where id = $1', [userId]);
    expect(user).toEqual({ name: 'Lin Wei', email_verified: expect.any(Date) });
    expect(await signsIn(input.email, good)).toBe(true);
    const [entry] = await withTenant(access, (work) =>
      work.query('select actor, actor_name, address from app.audit_entries where tenant_id = $1 and fact = $2', [
        work.tenant.id,
        'tenant.created',
      ]),
    );
    expect(entry).toMatchObject({ actor: `user:${userId}`, actor_name: input.email, address: '192.0.2.9' });
  });

  it('founds one firm however often and however many at a time the link is used', async () => {
    const input = asked();
    await signUp(input, by);
    const token = (await lettersTo(input.email))[0]!.token!;
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => completeSignUp(token, good, null)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(completeSignUp(token, good, null)).rejects.toMatchObject({ code: 'link_used' });
    const firms = await directoryQuery('select 1 from directory.tenants where slug like $1', [`${input.slug}%`]);
    expect(firms).toHaveLength(1);
  });

  it('tells an address that has an account by letter only, and changes nothing', async () => {
    const { email } = await person();
    const input = asked({ email: ` ${email.toUpperCase()}`, password: 'another boat lamp 7' });
    expect(await signUp(input, { ...by, locale: 'zh-CN' })).toEqual(await signUp(asked(), by));
    const letters = await lettersTo(email);
    expect(letters).toMatchObject([{ letter: 'already-registered', locale: 'en', token: null }]);
    expect(await signsIn(email, good)).toBe(true);
    expect(await directoryQuery('select 1 from directory.tenants where slug = $1', [input.slug])).toEqual([]);
    await resendSignUp(email, by);
    expect(await lettersTo(email)).toHaveLength(2);
  });

  it('takes as long for a known address as for an unknown one', async () => {
    const { email } = await person();
    const took = async (address: string) => {
      const start = performance.now();
      await requestReset(address, by);
      await requestSignInLink(address, by);
      return performance.now() - start;
    };
    for (const address of [email, newEmail()]) expect(await took(address)).toBeGreaterThan(550);
  });

  it('opens nothing for who did not choose the password: the link alone may be in the hands of somebody who never asked', async () => {
    const input = asked();
    await signUp(input, by);
    const token = (await lettersTo(input.email))[0]!.token!;
    await expect(completeSignUp(token, 'another lantern by the sea', null)).rejects.toMatchObject({
      code: 'sign_up_password',
      field: 'password',
    });
    expect(await signsIn(input.email, good)).toBe(false);
    expect((await completeSignUp(token, good, null)).slug).toBe(input.slug);
  });

  it('gives the nearest free short name when the one that was wished for is gone by then', async () => {
    const input = asked();
    await signUp(input, by);
    await createTenant({ name: 'First', slug: input.slug!, ownerEmail: newEmail() });
    const { slug } = await completeSignUp((await lettersTo(input.email))[0]!.token!, good, null);
    expect(slug).toBe(`${input.slug}-2`);
  });

  it('sends the letter again on demand, and only so often; either link does', async () => {
    const input = asked();
    await signUp(input, by);
    await resendSignUp(input.email, by);
    const [first, second] = await lettersTo(input.email);
    expect(first!.token).not.toBe(second!.token);
    await completeSignUp(second!.token!, good, null);
    await expect(completeSignUp(first!.token!, good, null)).rejects.toMatchObject({ code: 'link_used' });
    await expect(
      (async () => {
        for (let n = 0; n < 5; n++) await resendSignUp(input.email, by);
      })(),
    ).rejects.toMatchObject({ code: 'too_many_requests', status: 429 });
    const stranger = newEmail();
    await resendSignUp(stranger, by);
    expect(await lettersTo(stranger)).toEqual([]);
  });

  it('opens nothing after a day, with another kind of link, or with none', async () => {
    const input = asked();
    await signUp(input, by);
    const token = (await lettersTo(input.email))[0]!.token!;
    await expect(redeemSignInLink(token)).rejects.toMatchObject({ code: 'link_unknown' });
    await expect(completeSignUp('x', good, null)).rejects.toMatchObject({ code: 'link_unknown' });
    later(24 * 60 + 1);
    await expect(completeSignUp(token, good, null)).rejects.toMatchObject({ code: 'link_expired' });
  });

  const long = 'x'.repeat(10_000);
  it.each<[Partial<SignUpInput>, string, string]>([
    [{ name: '  ' }, 'name_missing', 'name'],
    [{ name: long }, 'name_too_long', 'name'],
    [{ name: 'Fair\u202eyaw' }, 'name_tricky', 'name'],
    [{ person: 'Lin\u200bWei' }, 'name_tricky', 'person'],
    [{ person: long }, 'name_too_long', 'person'],
    [{ slug: 'Not A Slug' }, 'slug_malformed', 'slug'],
    [{ slug: 'account' }, 'slug_reserved', 'slug'],
    [{ zone: 'Mars/Olympus' }, 'zone_unknown', 'zone'],
    [{ currency: 'XXX' }, 'currency_unknown', 'currency'],
    [{ locale: 'tlh' }, 'locale_unknown', 'locale'],
    [{ sells: long }, 'name_too_long', 'sells'],
    [{ markets: 'Germany, Atlantis' }, 'market_unknown', 'markets'],
    [{ email: 'nobody' }, 'email_invalid', 'email'],
    [{ password: 'short' }, 'password_too_short', 'password'],
    [{ password: long }, 'password_too_long', 'password'],
    [{ password: 'Passw0rd!' }, 'password_weak', 'password'],
    [{ password: 'MorningSail2026' }, 'password_weak', 'password'],
    [{ password: 'linweilinwei88' }, 'password_weak', 'password'],
  ])('names the field of %o', async (over, code, field) => {
    const input = asked(over);
    await expect(signUp(input, by)).rejects.toMatchObject({ code, field });
    expect(await directoryQuery('select 1 from directory.tokens where email = $1', [input.email])).toEqual([]);
  });

  it('names a free short name for one that is taken', async () => {
    const slug = `taken-${randomUUID().slice(0, 8)}`;
    await createTenant({ name: 'First', slug, ownerEmail: newEmail() });
    await expect(signUp(asked({ slug }), by)).rejects.toMatchObject({
      code: 'slug_taken',
      field: 'slug',
      params: { slug, proposal: `${slug}-2` },
    });
  });

  it('stops one account and one network address that ask too often', async () => {
    const email = newEmail();
    for (let n = 0; n < 4; n++) await signUp(asked({ email }), by);
    await expect(signUp(asked({ email }), by)).rejects.toMatchObject({ code: 'too_many_requests' });
    await directoryQuery(`insert into directory.sign_in_failures values ('sign_up:address:192.0.2.50', 40, now())`);
    await expect(signUp(asked(), { ...by, address: '192.0.2.50' })).rejects.toMatchObject({
      code: 'too_many_requests',
      params: { minutes: 60 },
    });
    later(61);
    await expect(signUp(asked({ email }), by)).resolves.toBeUndefined();
  });
});

describe('a link to sign in with', () => {
  it('signs in once, verifies the address, and ends the other links', async () => {
    const { id, email } = await person();
    await requestSignInLink(email.toUpperCase(), by);
    await requestSignInLink(email, by);
    const [first, second] = await lettersTo(email);
    expect(await redeemSignInLink(second!.token!)).toEqual({ id, email });
    for (const used of [first, second])
      await expect(redeemSignInLink(used!.token!)).rejects.toMatchObject({ code: 'link_used' });
    expect((await sessionUser(await openSession(id)))?.verified).toBe(true);
  });

  it('goes to nobody who has no account, with the same answer', async () => {
    const stranger = newEmail();
    await expect(requestSignInLink(stranger, by)).resolves.toBeUndefined();
    expect(await lettersTo(stranger)).toEqual([]);
  });

  it('is good for a quarter of an hour, and not for an address that was left behind', async () => {
    const { id, email } = await person();
    await requestSignInLink(email, by);
    const token = (await lettersTo(email))[0]!.token!;
    await directoryQuery('update directory.users set email = $2 where id = $1', [id, newEmail()]);
    await expect(redeemSignInLink(token)).rejects.toMatchObject({ code: 'link_expired' });
    const other = await person();
    await requestSignInLink(other.email, by);
    later(16);
    await expect(redeemSignInLink((await lettersTo(other.email))[0]!.token!)).rejects.toMatchObject({
      code: 'link_expired',
    });
  });

  it('is mailed only so often, whether or not there is an account', async () => {
    for (const email of [(await person()).email, newEmail()]) {
      for (let n = 0; n < 4; n++) await requestSignInLink(email, by);
      await expect(requestSignInLink(email, by)).rejects.toMatchObject({ code: 'too_many_requests' });
    }
  });
});

describe('a new password by mail', () => {
  it('takes its place, ends all sessions and says so by letter; a weak one leaves the link good', async () => {
    const { email, token: session } = await person();
    await requestReset(email, by);
    const token = (await lettersTo(email))[0]!.token!;
    await expect(completeReset(token, 'password1', 'en')).rejects.toMatchObject({ code: 'password_weak' });
    await completeReset(token, 'quiet harbour 71 crane', 'en');
    expect(await signsIn(email, 'quiet harbour 71 crane')).toBe(true);
    expect(await signsIn(email, good)).toBe(false);
    expect(await sessionUser(session)).toBeNull();
    expect((await lettersTo(email)).map((one) => one.letter)).toEqual(['reset-password', 'password-changed']);
    await expect(completeReset(token, 'quiet harbour 72 crane', 'en')).rejects.toMatchObject({ code: 'link_used' });
  });

  it('is set once when many try at the same time, and never by a link for something else', async () => {
    const { email } = await person();
    await requestReset(email, by);
    await requestSignInLink(email, by);
    const [reset, signIn] = await lettersTo(email);
    await expect(completeReset(signIn!.token!, good, 'en')).rejects.toMatchObject({ code: 'link_unknown' });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, (_, n) => completeReset(reset!.token!, `quiet harbour 7${n} crane`, 'en')),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('goes to nobody who has no account, with the same answer', async () => {
    const stranger = newEmail();
    await expect(requestReset(stranger, by)).resolves.toBeUndefined();
    expect(await lettersTo(stranger)).toEqual([]);
    await expect(requestReset('nobody', by)).rejects.toMatchObject({ code: 'email_invalid' });
  });
});

describe('a new password by who knows the present one', () => {
  it('ends the other sessions and keeps this one', async () => {
    const user = await person();
    const other = await openSession(user.id);
    await changePassword(user, { present: good, password: 'quiet harbour 71 crane' }, by);
    expect(await sessionUser(user.token)).not.toBeNull();
    expect(await sessionUser(other)).toBeNull();
    expect(await signsIn(user.email, 'quiet harbour 71 crane')).toBe(true);
    expect(await lettersTo(user.email)).toMatchObject([{ letter: 'password-changed' }]);
  });

  it('is refused at its field: a wrong one, a weak one, none, and too many guesses', async () => {
    const user = await person();
    const change = (present: string, password: string) => changePassword(user, { present, password }, by);
    await expect(change('wrong', good)).rejects.toMatchObject({ code: 'password_wrong', field: 'present_password' });
    await expect(change(good, user.email)).rejects.toMatchObject({ code: 'password_weak', field: 'password' });
    for (let n = 0; n < 8; n++) await change('wrong', good).catch(() => {});
    await expect(change(good, 'quiet harbour 71 crane')).rejects.toMatchObject({ code: 'too_many_requests' });
    await directoryQuery('delete from directory.passwords where user_id = $1', [user.id]);
    await directoryQuery('delete from directory.sign_in_failures');
    await expect(change('', 'quiet harbour 71 crane')).rejects.toMatchObject({ code: 'password_none' });
  });
});

describe('another address', () => {
  it('holds once the new mailbox has confirmed it; the old one is told, and its links end', async () => {
    const user = await person();
    const to = newEmail();
    await requestSignInLink(user.email, by);
    await requestEmailChange(user, { email: to, present: good }, by);
    expect(await signsIn(user.email, good)).toBe(true);
    const [confirm] = await lettersTo(to);
    expect(await confirmEmailChange(user, confirm!.token!, 'en')).toEqual({ email: to });
    expect(await signsIn(to, good)).toBe(true);
    expect(await signsIn(user.email, good)).toBe(false);
    const [link, note] = await lettersTo(user.email);
    expect(note).toMatchObject({ letter: 'address-changed' });
    await expect(redeemSignInLink(link!.token!)).rejects.toMatchObject({ code: 'link_used' });
    await expect(confirmEmailChange(user, confirm!.token!, 'en')).rejects.toMatchObject({ code: 'link_used' });
    expect((await sessionUser(user.token))?.email).toBe(to);
  });

  it('that somebody else has is told to that mailbox only', async () => {
    const [user, other] = [await person(), await person()];
    await expect(requestEmailChange(user, { email: other.email, present: good }, by)).resolves.toBeUndefined();
    expect(await lettersTo(other.email)).toMatchObject([{ letter: 'address-known', token: null }]);
  });

  it('that somebody else got meanwhile is refused', async () => {
    const user = await person();
    const to = newEmail();
    await requestEmailChange(user, { email: to, present: good }, by);
    const token = (await lettersTo(to))[0]!.token!;
    await createUser({ email: to });
    await expect(confirmEmailChange(user, token, 'en')).rejects.toMatchObject({ code: 'email_unavailable' });
    expect(await signsIn(user.email, good)).toBe(true);
  });

  it('is confirmed by the account that asked, not by whoever has the new mailbox', async () => {
    const [user, stranger] = [await person(), await person()];
    const to = newEmail();
    await requestEmailChange(user, { email: to, present: good }, by);
    const token = (await lettersTo(to))[0]!.token!;
    await expect(confirmEmailChange(stranger, token, 'en')).rejects.toMatchObject({ code: 'link_for_another' });
    expect(await signsIn(user.email, good)).toBe(true);
    await confirmEmailChange(user, token, 'en');
    expect(await signsIn(to, good)).toBe(true);
  });

  it('needs the present password, and must be another one', async () => {
    const user = await person();
    const change = (email: string, present: string) => requestEmailChange(user, { email, present }, by);
    await expect(change(newEmail(), 'wrong')).rejects.toMatchObject({ field: 'present_password' });
    await expect(change(` ${user.email.toUpperCase()} `, good)).rejects.toMatchObject({ code: 'email_same' });
    await expect(change('nobody', good)).rejects.toMatchObject({ code: 'email_invalid' });
  });

  it('of two that were asked for, the first to be confirmed holds', async () => {
    const user = await person();
    const [a, b] = [newEmail(), newEmail()];
    for (const email of [a, b]) await requestEmailChange(user, { email, present: good }, by);
    await confirmEmailChange(user, (await lettersTo(b))[0]!.token!, 'en');
    await expect(confirmEmailChange(user, (await lettersTo(a))[0]!.token!, 'en')).rejects.toMatchObject({
      code: 'link_expired',
    });
  });
});

describe('the list of sessions', () => {
  it('says how, from where and with what; a session is seen at most once a minute', async () => {
    const { id } = await createUser({ email: newEmail() });
    const token = await openSession(id, { method: 'link', userAgent: 'Mozilla/5.0', address: '192.0.2.7' });
    const [session] = await listSessions(id);
    expect(session).toMatchObject({ method: 'link', userAgent: 'Mozilla/5.0', address: '192.0.2.7' });
    expect(Object.keys(session!)).not.toContain('session_token');
    const seen = async () => (await listSessions(id))[0]!.lastSeenAt.getTime();
    const first = await seen();
    later(0.5);
    await sessionUser(token);
    expect(await seen()).toBe(first);
    later(1);
    await sessionUser(token);
    expect(await seen()).toBeGreaterThan(first + 50_000);
  });

  it('ends one or all others, at once, and nobody else’s', async () => {
    const [user, stranger] = [await person(), await person()];
    const [second, third] = [await openSession(user.id), await openSession(user.id)];
    const secondId = (await sessionUser(second))!.sessionId;
    for (const id of [stranger.sessionId, randomUUID(), "' or true --"])
      await expect(revokeSession(user.id, id)).rejects.toMatchObject({ code: 'not_found' });
    await revokeSession(user.id, secondId);
    await expect(revokeSession(user.id, secondId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await sessionUser(second)).toBeNull();
    expect(await revokeOtherSessions(user.id, user.sessionId)).toBe(1);
    expect(await sessionUser(third)).toBeNull();
    expect(await sessionUser(user.token)).not.toBeNull();
    expect(await sessionUser(stranger.token)).not.toBeNull();
  });
});
