import { beforeAll, describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { unseal } from '@/lib/seal';
import { letterPurpose } from '../mail/post-letter';
import { addMember } from '../members/add-member';
import { createUser } from '../members/create-user';
import { openSession, sessionUser } from '../members/sessions';
import { verifyPassword } from '../members/verify-password';
import type { MemberRole } from '../permissions';
import type { Access } from '../tenants/access';
import { accessForMember } from '../tenants/ways-in';
import { testTenant } from '../test-tenant';
import { type Work, withTenant } from '../work';
import { acceptInvitation } from './accept-invitation';
import { invitationsPerDay, inviteMember } from './invite-member';
import { listInvitations } from './list-invitations';
import { openAccount } from './open-account';
import { readInvitation } from './read-invitation';
import { resendInvitation } from './resend-invitation';
import { revokeInvitation } from './revoke-invitation';

ownDatabase();
let firm: Access;
beforeAll(async () => {
  firm = await testTenant();
});

let made = 0;
const fresh = () => `guest${++made}@example.com`;
const password = 'quiet harbour lantern 42';

const as = <T>(access: Access, verb: (work: Work) => Promise<T>) => withTenant(access, verb);
const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error) => error.code);
const withRole = (role: MemberRole): Access => ({ ...firm, actor: { ...firm.actor, role } });
const invite = (email: string, role = 'viewer', by = firm) => as(by, (work) => inviteMember(work, { email, role }));

/** The tokens of the invitations in an address's mails, the oldest first. */
async function tokensTo(email: string): Promise<string[]> {
  const letters = await directoryQuery<{ props: string }>(
    `select props from directory.letters where email = $1 and letter = 'invitation' order by created_at`,
    [email],
  );
  return letters.map(({ props }) => {
    const { link } = JSON.parse(unseal(props, letterPurpose)!) as { link: string };
    return link.split('/').at(-1)!;
  });
}

/** An address that was invited, with the token of its mail. */
async function invited(role = 'viewer', email = fresh()) {
  const { id } = await invite(email, role);
  return { id, email, token: (await tokensTo(email))[0]! };
}

/** Somebody with an account whose address is proven. */
async function person(email = fresh()) {
  const { id } = await createUser({ email, password });
  await directoryQuery('update directory.users set email_verified = now() where id = $1', [id]);
  return { id, email };
}

const stateOf = async (id: string) => (await as(firm, listInvitations)).find((one) => one.id === id)!.state;

describe('inviting', () => {
  it('posts a mail whose token is stored as a hash only', async () => {
    const { id, email, token } = await invited('analyst', ' New.Person@Example.com'.trim().toLowerCase());
    expect(await readInvitation(token)).toMatchObject({
      email,
      role: 'analyst',
      tenantSlug: firm.tenant.slug,
      signsIn: false,
    });
    const [row] = await directoryQuery<{ all: string }>(
      'select i::text as all from directory.invitations i where id = $1',
      [id],
    );
    expect(row!.all).not.toContain(token);
    expect(await stateOf(id)).toBe('open');
  });

  it('refuses a role above one’s own, an unknown one, who may not, and what is no address', async () => {
    expect(await refusal(invite(fresh(), 'owner', withRole('admin')))).toBe('role_too_high');
    expect(await refusal(invite(fresh(), 'king'))).toBe('role_unknown');
    expect(await refusal(invite(fresh(), 'viewer', withRole('analyst')))).toBe('forbidden');
    expect(await refusal(invite('nobody'))).toBe('email_invalid');
    expect(await refusal(invite(`${'x'.repeat(10_000)}@example.com`))).toBe('email_invalid');
    const limited = (role: string) =>
      as(firm, (work) => inviteMember(work, { email: fresh(), role, mechanisms: ['ecosystem'] }));
    expect(await refusal(limited('admin'))).toBe('limits_not_for_role');
    expect(await refusal(limited('viewer'))).toBeNull();
  });

  it('refuses a member and an address that is invited already, also when the button is pressed twice', async () => {
    const { id, email } = await person();
    await addMember({ tenantId: firm.tenant.id, userId: id, role: 'viewer' });
    expect(await refusal(invite(email.toUpperCase()))).toBe('already_member');
    const guest = fresh();
    const outcomes = await Promise.all([refusal(invite(guest)), refusal(invite(guest))]);
    expect(outcomes.sort()).toEqual(['already_invited', null]);
    expect(await tokensTo(guest)).toHaveLength(1);
  });

  it('takes the place of an invitation that ran out', async () => {
    const { id, email } = await invited();
    await directoryQuery(`update directory.invitations set expires_at = now() - interval '1 second' where id = $1`, [
      id,
    ]);
    expect(await stateOf(id)).toBe('expired');
    await invite(email, 'analyst');
    expect(await stateOf(id)).toBe('revoked');
  });

  it('stops at so many a day', async () => {
    const other = await testTenant();
    await directoryQuery(
      `insert into directory.invitations (tenant_id, email, role, locale, token_hash, invited_by, expires_at)
       select $1, n || '@example.com', 'viewer', 'en', 'many ' || n, 'x', now() from generate_series(1, $2) n`,
      [other.tenant.id, invitationsPerDay],
    );
    expect(await refusal(invite(fresh(), 'viewer', other))).toBe('too_many_invitations');
  });
});

describe('a link', () => {
  it.each(['', 'x', '../../etc/passwd', 'a'.repeat(43), 'a'.repeat(10_000), "' or 1=1 --"])(
    'that is none: %s',
    async (token) => {
      expect(await refusal(readInvitation(token))).toBe('invitation_unknown');
      expect(await refusal(openAccount(token, { name: 'X', password }))).toBe('invitation_unknown');
    },
  );

  it('that was revoked, ran out or was used says so', async () => {
    const revoked = await invited();
    await as(firm, (work) => revokeInvitation(work, revoked.id));
    await as(firm, (work) => revokeInvitation(work, revoked.id));
    expect(await refusal(readInvitation(revoked.token))).toBe('invitation_revoked');
    expect(await refusal(as(firm, (work) => resendInvitation(work, revoked.id)))).toBe('invitation_revoked');
    const late = await invited();
    await directoryQuery(`update directory.invitations set expires_at = now() where id = $1`, [late.id]);
    expect(await refusal(readInvitation(late.token))).toBe('invitation_expired');
    expect(await refusal(openAccount(late.token, { name: 'Late', password }))).toBe('invitation_expired');
    const used = await invited();
    await openAccount(used.token, { name: 'Used', password });
    expect(await refusal(readInvitation(used.token))).toBe('invitation_used');
    expect(await refusal(as(firm, (work) => revokeInvitation(work, used.id)))).toBe('invitation_used');
    expect(await refusal(as(firm, (work) => resendInvitation(work, used.id)))).toBe('invitation_used');
  });

  it('that was sent again is a new one; the old is dead', async () => {
    const { id, email, token } = await invited();
    expect(await refusal(as(firm, (work) => resendInvitation(work, id)))).toBe('sent_just_now');
    await directoryQuery(
      `update directory.invitations set sent_at = now() - interval '1 hour', expires_at = now() where id = $1`,
      [id],
    );
    await as(firm, (work) => resendInvitation(work, id));
    expect(await refusal(readInvitation(token))).toBe('invitation_unknown');
    const [, next] = await tokensTo(email);
    expect((await readInvitation(next!)).email).toBe(email);
    expect(await stateOf(id)).toBe('open');
  });

  it('is revoked and sent again by its own tenant alone', async () => {
    const { id } = await invited();
    const other = await testTenant();
    expect(await refusal(as(other, (work) => revokeInvitation(work, id)))).toBe('not_found');
    expect(await refusal(as(other, (work) => resendInvitation(work, id)))).toBe('not_found');
    expect(await as(other, listInvitations)).toEqual([]);
    expect(await stateOf(id)).toBe('open');
  });
});

describe('accepting', () => {
  it('as a stranger makes an account whose address is proven, a member, a digest, an entry', async () => {
    const { email, token } = await invited('analyst');
    const { id, slug } = await openAccount(token, { name: ' 林  Wei ', password }, '192.0.2.9');
    const access = (await accessForMember(id, slug))!;
    expect(access.actor).toMatchObject({ role: 'analyst', name: email });
    const [user] = await directoryQuery<{ name: string; proven: boolean }>(
      'select name, email_verified is not null as proven from directory.users where id = $1',
      [id],
    );
    expect(user).toEqual({ name: '林 Wei', proven: true });
    expect((await verifyPassword({ email, password, from: null }))?.id).toBe(id);
    const [entry] = await as(firm, (work) =>
      work.query(
        `select actor, actor_name, address, after from app.audit_entries
         where tenant_id = $1 and fact = 'invitation.accepted' and actor = $2`,
        [firm.tenant.id, `user:${id}`],
      ),
    );
    expect(entry).toEqual({
      actor: `user:${id}`,
      actor_name: email,
      address: '192.0.2.9',
      after: { role: 'analyst', channels: null, mechanisms: null },
    });
    const digests = await as(firm, (work) =>
      work.query('select digest from app.digest_subscriptions where tenant_id = $1 and user_id = $2', [
        firm.tenant.id,
        id,
      ]),
    );
    expect(digests).toEqual([{ digest: 'daily' }]);
  });

  it('as a stranger refuses a weak password and a tricky name, and uses nothing up', async () => {
    const { email, token } = await invited();
    const open = (name: string, secret: string) => refusal(openAccount(token, { name, password: secret }));
    expect(await open('', password)).toBe('name_missing');
    expect(await open('x'.repeat(10_000), password)).toBe('name_too_long');
    expect(await open('Wei\u202etxt.exe', password)).toBe('name_tricky');
    expect(await open('Wei', 'short')).toBe('password_too_short');
    expect(await open('Wei', 'password123')).toBe('password_weak');
    expect(await open('Wei', email)).toBe('password_weak');
    expect((await readInvitation(token)).email).toBe(email);
    expect(await directoryQuery('select 1 from directory.users where email = $1', [email])).toEqual([]);
  });

  it('with an account that somebody else opened with the address and never proved: it is theirs no more', async () => {
    const { email, token } = await invited();
    const squatter = await createUser({ email, name: 'Squatter', password: 'squatters have passwords too 7' });
    const session = await openSession(squatter.id);
    await openAccount(token, { name: 'Rightful', password });
    expect(await sessionUser(session)).toBeNull();
    expect(await verifyPassword({ email, password: 'squatters have passwords too 7', from: null })).toBeNull();
  });

  it('with an account of another tenant, signed in; a stranger’s form is not for them', async () => {
    const user = await person();
    const other = await testTenant();
    await addMember({ tenantId: other.tenant.id, userId: user.id, role: 'owner' });
    const { token } = await invited('admin', user.email);
    expect((await readInvitation(token)).signsIn).toBe(true);
    expect(await refusal(openAccount(token, { name: 'X', password }))).toBe('invitation_sign_in');
    expect(await acceptInvitation(token, user)).toEqual({ slug: firm.tenant.slug });
    expect((await accessForMember(user.id, firm.tenant.slug))!.actor.role).toBe('admin');
    expect((await accessForMember(user.id, other.tenant.slug))!.actor.role).toBe('owner');
  });

  it('of a domain that signs in through its firm’s provider alone sets no password', async () => {
    const { email, token } = await invited('viewer', 'wei@enforced.example');
    await directoryQuery(
      `insert into directory.identity_providers (tenant_id, name, issuer, client_id, client_secret)
       values ($1, 'Corp', 'https://id.example', 'x', 'x')`,
      [firm.tenant.id],
    );
    await directoryQuery(
      `insert into directory.domains (tenant_id, domain, challenge, proven_at, enforced)
       values ($1, 'enforced.example', 'x', now(), true)`,
      [firm.tenant.id],
    );
    expect(await readInvitation(token)).toMatchObject({ email, signsIn: true });
    expect(await refusal(openAccount(token, { name: 'Wei', password }))).toBe('invitation_sign_in');
  });

  it('by somebody else is refused, naming both addresses', async () => {
    const { email, token } = await invited();
    const other = await person();
    await expect(acceptInvitation(token, other)).rejects.toMatchObject({
      code: 'invitation_for_another',
      params: { email, own: other.email },
    });
    expect(await accessForMember(other.id, firm.tenant.slug)).toBeNull();
  });

  it('twice at the same time makes one membership; a member keeps the role', async () => {
    const user = await person();
    const { token } = await invited('viewer', user.email);
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(acceptInvitation(token, user))));
    expect(outcomes.filter((code) => code === null)).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'invitation_used')).toHaveLength(2);
    const entries = await as(firm, (work) =>
      work.query(
        `select 1 from app.audit_entries where tenant_id = $1 and fact = 'invitation.accepted' and actor = $2`,
        [firm.tenant.id, `user:${user.id}`],
      ),
    );
    expect(entries).toHaveLength(1);

    const member = await person();
    const again = await invited('viewer', member.email);
    await addMember({ tenantId: firm.tenant.id, userId: member.id, role: 'admin' });
    await acceptInvitation(again.token, member);
    expect((await accessForMember(member.id, firm.tenant.slug))!.actor.role).toBe('admin');
  });

  it('waits while the firm is suspended', async () => {
    const other = await testTenant();
    const user = await person();
    await invite(user.email, 'viewer', other);
    const [token] = await tokensTo(user.email);
    await directoryQuery(
      `update directory.tenants set status = 'suspended', status_bites_at = now() - interval '1 day' where id = $1`,
      [other.tenant.id],
    );
    expect(await refusal(acceptInvitation(token!, user))).toBe('read_only_suspended');
    await directoryQuery(`update directory.tenants set status = 'active' where id = $1`, [other.tenant.id]);
    expect(await refusal(acceptInvitation(token!, user))).toBeNull();
  });
});
