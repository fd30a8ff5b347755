import { beforeAll, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { readAuthenticators, requireAuthenticators } from '../identity/authenticators';
import { openSession, sessionUser } from '../members/sessions';
import { testTenant } from '../test-tenant';
import { withTenant } from '../work';
import type { Access } from './access';
import { accessForMember, accessForSession } from './ways-in';

ownDatabase();
let tenant: Access['tenant'];
beforeAll(async () => {
  tenant = (await testTenant()).tenant;
});

async function withAuthenticator(userId: string): Promise<void> {
  await directoryQuery(
    `with session as (update directory.sessions set second_factor_at = now() where user_id = $1)
     insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, 'sealed', now())`,
    [userId],
  );
}

let made = 0;
async function someone(role?: string): Promise<{ id: string; token: string }> {
  const [user] = await directoryQuery<{ id: string }>(
    'insert into directory.users (email, platform_admin) values ($1, $2) returning id',
    [`p${++made}@example.com`, role === undefined],
  );
  const { id } = user!;
  if (role)
    await directoryQuery(
      `insert into directory.memberships (tenant_id, user_id, role, channels) values ($1, $2, $3, '{amazon}')`,
      [tenant.id, id, role],
    );
  const token = await openSession(id);
  // Who may visit firms has an authenticator and showed its code.
  if (!role) await withAuthenticator(id);
  return { id, token };
}

it('answers what the two questions answer one after the other', async () => {
  const member = await someone('analyst');
  const found = await accessForSession(member.token, tenant.slug, '192.0.2.1');
  expect(found?.user).toEqual(await sessionUser(member.token));
  expect(found?.access).toEqual(await accessForMember(member.id, tenant.slug, '192.0.2.1'));
  expect(found?.access).toMatchObject({ actor: { role: 'analyst' }, limits: { channels: ['amazon'] }, acting: null });
});

it('gives nobody a way into a tenant that is not theirs or not there', async () => {
  const [stranger, member] = [await someone(), await someone('owner')];
  const other = (await testTenant()).tenant;
  expect((await accessForSession(stranger.token, tenant.slug))?.access).toBeNull();
  expect((await accessForSession(member.token, other.slug))?.access).toBeNull();
  expect((await accessForSession(member.token, 'no-such-tenant'))?.access).toBeNull();
});

it('knows a visit while it is open, and no longer', async () => {
  const admin = await someone();
  await directoryQuery(
    `insert into directory.act_as_grants (admin_id, tenant_id, role, reason, ticket, ends_at)
     values ($1, $2, 'viewer', 'asked', 'T-1', now() + interval '1 hour')`,
    [admin.id, tenant.id],
  );
  expect((await accessForSession(admin.token, tenant.slug))?.access).toMatchObject({
    actor: { role: 'viewer' },
    acting: { ticket: 'T-1', readOnly: true },
  });
  // A visit is work at the desk: without the authenticator it is closed like the desk itself.
  await directoryQuery('delete from directory.authenticators where user_id = $1', [admin.id]);
  await directoryQuery('update directory.sessions set second_factor_at = null where user_id = $1', [admin.id]);
  expect((await accessForSession(admin.token, tenant.slug))?.access).toBeNull();
  await withAuthenticator(admin.id);
  await directoryQuery('update directory.act_as_grants set ended_at = now() where admin_id = $1', [admin.id]);
  expect((await accessForSession(admin.token, tenant.slug))?.access).toBeNull();
});

it('knows no session that is unknown, over, ended or waits for a second factor', async () => {
  const member = await someone('owner');
  expect(await accessForSession('made up', tenant.slug)).toBeNull();
  await directoryQuery('insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, $2, now())', [
    member.id,
    'sealed',
  ]);
  expect(await accessForSession(member.token, tenant.slug)).toBeNull();
  await directoryQuery('update directory.sessions set second_factor_at = now() where user_id = $1', [member.id]);
  expect((await accessForSession(member.token, tenant.slug))?.access).not.toBeNull();
  await directoryQuery(`update directory.sessions set expires = now() - interval '1 second' where user_id = $1`, [
    member.id,
  ]);
  expect(await accessForSession(member.token, tenant.slug)).toBeNull();
});

it('keeps out who lacks the authenticator that the firm asks for, until one is there', async () => {
  const { tenant } = await testTenant();
  const join = async (role: string) => {
    const one = await someone(role);
    await directoryQuery('update directory.memberships set tenant_id = $1, channels = null where user_id = $2', [
      tenant.id,
      one.id,
    ]);
    return one;
  };
  const [owner, member] = [await join('owner'), await join('viewer')];
  const way = (token: string) => accessForSession(token, tenant.slug);
  const ask = async (required: boolean) =>
    withTenant((await way(owner.token))!.access!, (work) => requireAuthenticators(work, required));
  await expect(ask(true)).rejects.toMatchObject({ code: 'authenticator_own' });
  await withAuthenticator(owner.id);
  await ask(true);
  expect(await withTenant((await way(owner.token))!.access!, readAuthenticators)).toMatchObject({
    required: true,
    ready: 1,
    ownersReady: 1,
  });
  expect(await way(member.token)).toMatchObject({ user: { id: member.id }, access: null, lacksAuthenticator: true });
  expect(await way((await someone('viewer')).token)).toMatchObject({ access: null, lacksAuthenticator: false });

  // Somebody else's provider is none of this firm's; its own has asked already.
  const vouched = await openSession(member.id, { method: 'oidc', userAgent: null, address: null });
  expect((await way(vouched))?.access).toBeNull();
  await directoryQuery(
    "insert into directory.domains (tenant_id, domain, challenge, proven_at) values ($1, 'example.com', 'x', now())",
    [tenant.id],
  );
  expect((await way(vouched))?.access).not.toBeNull();
  expect((await way(member.token))?.access).toBeNull();

  await withAuthenticator(member.id);
  expect((await way(member.token))?.access).not.toBeNull();
  await ask(false);
  await directoryQuery('delete from directory.authenticators where user_id = $1', [member.id]);
  expect(await way(member.token)).toMatchObject({ access: { actor: { role: 'viewer' } }, lacksAuthenticator: false });
});

it('lets a member who is removed in at no request any more', async () => {
  const member = await someone('owner');
  expect((await accessForSession(member.token, tenant.slug))?.access).not.toBeNull();
  await directoryQuery('delete from directory.memberships where user_id = $1', [member.id]);
  expect((await accessForSession(member.token, tenant.slug))?.access).toBeNull();
});
