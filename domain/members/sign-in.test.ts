import { describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { Refusal } from '../errors';
import { accessForMember } from '../tenants/ways-in';
import { addMember } from './add-member';
import { changeProfile } from './change-profile';
import { createUser } from './create-user';
import { listSessions } from './own-sessions';
import { closeSession, openSession, sessionUser } from './sessions';
import { setPassword } from './set-password';
import { verifyPassword } from './verify-password';

ownDatabase();

const from = '192.0.2.1';

describe('passwords', () => {
  it('lets in with the right one, whatever the case of the address', async () => {
    const user = await createUser({ email: ' Lin@Example.com', password: 'correct horse' });
    expect(await verifyPassword({ email: 'lin@example.COM', password: 'correct horse', from })).toEqual({
      id: user.id,
      email: 'lin@example.com',
    });
  });

  it('answers a wrong password, an unknown address and a person without password alike', async () => {
    await createUser({ email: 'none@example.com' });
    for (const email of ['lin@example.com', 'nobody@example.com', 'none@example.com', 'nobody\0@example.com'])
      expect(await verifyPassword({ email, password: 'wrong horse', from: null })).toBeNull();
  });

  it('leaves somebody who is already there as they are', async () => {
    const again = await createUser({ email: 'lin@example.com', password: 'another horse' });
    expect(again.created).toBe(false);
    expect(await verifyPassword({ email: 'lin@example.com', password: 'another horse', from: null })).toBeNull();
  });

  it('refuses a short one and an address that is none, naming the field', async () => {
    await expect(createUser({ email: 'nobody' })).rejects.toMatchObject({ code: 'email_invalid', field: 'email' });
    const { id } = await createUser({ email: 'short@example.com' });
    await expect(setPassword(id, 'short')).rejects.toMatchObject({ code: 'password_too_short', field: 'password' });
  });

  it('stops listening after ten failures of an account, known or not, and starts again after the window', async () => {
    await createUser({ email: 'target@example.com', password: 'correct horse' });
    for (const email of ['target@example.com', 'ghost@example.com']) {
      for (let n = 0; n < 10; n++) await verifyPassword({ email, password: `guess ${n}`, from: null });
      const refused = await verifyPassword({ email, password: 'correct horse', from: null }).catch((e) => e);
      expect(refused).toBeInstanceOf(Refusal);
      expect(refused).toMatchObject({ code: 'too_many_attempts', status: 429 });
    }
    await directoryQuery(`update directory.sign_in_failures set window_started_at = now() - interval '16 minutes'`);
    expect(await verifyPassword({ email: 'target@example.com', password: 'correct horse', from: null })).not.toBeNull();
  });

  it('counts guesses that come all at once like guesses one after the other', async () => {
    await createUser({ email: 'burst@example.com', password: 'correct horse' });
    const guesses = Array.from({ length: 40 }, (_, n) =>
      verifyPassword({ email: 'burst@example.com', password: `guess ${n}`, from: null }).then(
        () => 'heard',
        (error) => error.code,
      ),
    );
    expect((await Promise.all(guesses)).filter((answer) => answer === 'heard').length).toBeLessThanOrEqual(10);
  });

  it('stops listening to a network address that tries many accounts', async () => {
    const address = '192.0.2.77';
    await directoryQuery('insert into directory.sign_in_failures values ($1, 100, now())', [`address:${address}`]);
    await expect(
      verifyPassword({ email: 'lin@example.com', password: 'correct horse', from: address }),
    ).rejects.toMatchObject({ code: 'too_many_attempts' });
  });

  it('counts guesses at many accounts that come all at once from one address, too', async () => {
    const address = '192.0.2.78';
    await directoryQuery('insert into directory.sign_in_failures values ($1, 95, now())', [`address:${address}`]);
    const guesses = Array.from({ length: 30 }, (_, n) =>
      verifyPassword({ email: `spray${n}@example.com`, password: 'Summer2026', from: address }).then(
        () => 'heard',
        (error) => error.code,
      ),
    );
    expect((await Promise.all(guesses)).filter((answer) => answer === 'heard').length).toBeLessThanOrEqual(5);
  });
});

describe('sessions', () => {
  it('know their person until they are closed, and never hold a hash', async () => {
    const { id } = await createUser({ email: 'wei@example.com', name: 'Wei', locale: 'en', password: 'correct horse' });
    const token = await openSession(id);
    expect(await sessionUser(token)).toEqual({
      id,
      email: 'wei@example.com',
      name: 'Wei',
      locale: 'en',
      zone: null,
      platformAdmin: false,
      authenticator: false,
      secondFactor: false,
      method: 'password',
      verified: false,
      sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await closeSession(token);
    expect(await sessionUser(token)).toBeNull();
  });

  it('end by time, when they are left for two weeks, and by a new password', async () => {
    const { id } = await createUser({ email: 'ends@example.com' });
    const [late, changed] = [await openSession(id), await openSession(id)];
    await directoryQuery(`update directory.sessions set expires = now() - interval '1 second' where user_id = $1`, [
      id,
    ]);
    expect(await sessionUser(late)).toBeNull();
    const next = await openSession(id);
    const left = async (ago: string) => {
      await directoryQuery('update directory.sessions set last_seen_at = now() - $2::interval where user_id = $1', [
        id,
        ago,
      ]);
      return (await listSessions(id)).length;
    };
    expect(await left('13 days')).toBe(1);
    expect((await sessionUser(next))?.id).toBe(id);
    expect(await left('15 days')).toBe(0);
    expect(await sessionUser(next)).toBeNull();
    expect(await left('1 hour')).toBe(1);
    await setPassword(id, 'correct horse');
    expect(await sessionUser(changed)).toBeNull();
    expect(await sessionUser(next)).toBeNull();
  });

  it('are not stored in clear', async () => {
    const { id } = await createUser({ email: 'clear@example.com' });
    const token = await openSession(id);
    const rows = await directoryQuery<{ session_token: string }>('select session_token from directory.sessions');
    expect(rows.map((row) => row.session_token)).not.toContain(token);
  });
});

describe('membership', () => {
  it('opens one tenant with its role; an unknown tenant and no membership look the same', async () => {
    const { id } = await createUser({ email: 'member@example.com' });
    const [a] = await directoryQuery<{ id: string }>(
      `insert into directory.tenants (slug, name) values ('alpha', 'Alpha'), ('beta', 'Beta') returning id`,
    );
    await addMember({ tenantId: a!.id, userId: id, role: 'viewer' });
    await addMember({ tenantId: a!.id, userId: id, role: 'admin' });
    expect((await accessForMember(id, 'alpha'))?.actor.role).toBe('admin');
    expect(await accessForMember(id, 'beta')).toBeNull();
    expect(await accessForMember(id, 'gamma')).toBeNull();
  });
});

it('changes language and zone of a person, and names an unknown zone', async () => {
  const { id } = await createUser({ email: 'zone@example.com' });
  await changeProfile(id, { locale: 'en', zone: 'Europe/Berlin' });
  const token = await openSession(id);
  expect(await sessionUser(token)).toMatchObject({ locale: 'en', zone: 'Europe/Berlin' });
  await changeProfile(id, { zone: null });
  expect(await sessionUser(token)).toMatchObject({ locale: 'en', zone: null });
  await expect(changeProfile(id, { zone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'zone_unknown' });
});
