import { describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { inviteMember } from '../invitations/invite-member';
import { createUser } from '../members/create-user';
import { openSession, sessionUser } from '../members/sessions';
import { testTenant } from '../test-tenant';
import { addDomain, markProven } from './domains';
import { saveProvider } from './provider';
import { as, refusal, settings, testFirm } from './test-firm';

const { firm, domain, save, ready, claims, come, roleOf, facts } = testFirm();

describe('sign-in through the provider', () => {
  it('makes a newcomer a member, knows them again by the provider’s name for them, and says so in the log', async () => {
    await ready({ newMemberRole: 'analyst' });
    const { id, email } = await come(claims('lin'));
    expect(email).toBe(`lin@${domain()}`);
    expect(await roleOf(id)).toBe('analyst');
    expect((await facts()).at(-1)).toBe('member.joined');
    const [user] = await directoryQuery('select name, email_verified from directory.users where id = $1', [id]);
    expect(user).toEqual({ name: 'Lin Wei', email_verified: expect.any(Date) });
    // Their address at the provider has changed meanwhile.
    expect((await come(claims('lin', { email: `lin.wei@${domain()}` }))).id).toBe(id);
    expect((await facts()).filter((fact) => fact === 'member.joined')).toHaveLength(1);
  });

  it('happens once, however often the button is pressed', async () => {
    await ready();
    const came = await Promise.all([1, 2, 3, 4].map(() => come(claims('twice'))));
    expect(new Set(came.map((user) => user.id)).size).toBe(1);
    expect((await facts()).filter((fact) => fact === 'member.joined')).toHaveLength(1);
  });

  it.each([
    [{ email: undefined }, 'oidc_no_email'],
    [{ email_verified: false }, 'oidc_unverified'],
    [{ email_verified: undefined }, 'oidc_unverified'],
    [{ email_verified: undefined, xms_edov: false }, 'oidc_unverified'],
    [{ email_verified: false, xms_edov: true }, 'oidc_unverified'],
    [{ email: 'lin@elsewhere.example' }, 'oidc_foreign_domain'],
    [{ email: 'not an address' }, 'email_invalid'],
  ])('refuses %j as %s', async (more, code) => {
    await ready();
    expect(await refusal(come(claims('lin', more)))).toBe(code);
  });

  it('takes what Entra says of the domain for a verified address', async () => {
    await ready();
    await come(claims('entra', { email_verified: undefined, xms_edov: '1' }));
  });

  it('refuses a domain that is noted but not proven, or another firm’s', async () => {
    await save();
    await as(firm(), (work) => addDomain(work, domain()));
    expect(await refusal(come(claims('lin')))).toBe('oidc_foreign_domain');
    await as(firm(), (work) => markProven(work, domain(), 'dns'));
    const other = await testTenant();
    await as(other, (work) => saveProvider(work, settings));
    expect(await refusal(come(claims('lin'), other))).toBe('oidc_foreign_domain');
  });

  it('lets in only who was invited, where that is the setting, with the invitation’s role', async () => {
    await ready({ newMemberRole: null });
    expect(await refusal(come(claims('guest')))).toBe('oidc_not_invited');
    expect(await directoryQuery('select 1 from directory.users where email = $1', [`guest@${domain()}`])).toEqual([]);
    await as(firm(), (work) => inviteMember(work, { email: `guest@${domain()}`, role: 'admin' }));
    const { id } = await come(claims('guest'));
    expect(await roleOf(id)).toBe('admin');
    expect((await facts()).at(-1)).toBe('invitation.accepted');
  });

  it('does not bring back who was removed', async () => {
    await ready();
    const { id } = await come(claims('left'));
    await directoryQuery('delete from directory.memberships where tenant_id = $1 and user_id = $2', [
      firm().tenant.id,
      id,
    ]);
    expect(await refusal(come(claims('left')))).toBe('oidc_not_invited');
    expect(await refusal(come(claims('left', { sub: 'made anew' })))).toBe('oidc_not_invited');
    expect(await roleOf(id)).toBeNull();
  });

  it('opens no account whose person has taken it out of the firm’s domains', async () => {
    await ready();
    const { id } = await come(claims('mover'));
    await directoryQuery('update directory.users set email = $2 where id = $1', [id, 'mover@private.example']);
    const other = await come(claims('mover'));
    expect(other.id).not.toBe(id);
    expect((await come(claims('mover'))).id).toBe(other.id);
  });

  it('ends what somebody set up under an address that was never theirs; a proven account stays as it is', async () => {
    await ready();
    const squatter = await createUser({ email: `victim@${domain()}`, password: 'planted by somebody' });
    const session = await openSession(squatter.id);
    expect((await come(claims('victim'))).id).toBe(squatter.id);
    expect(await sessionUser(session)).toBeNull();
    expect(await directoryQuery('select 1 from directory.passwords where user_id = $1', [squatter.id])).toEqual([]);
    const proven = await createUser({ email: `proven@${domain()}`, password: 'quiet harbour lantern 42' });
    await directoryQuery('update directory.users set email_verified = now() where id = $1', [proven.id]);
    await come(claims('proven'));
    expect(await directoryQuery('select 1 from directory.passwords where user_id = $1', [proven.id])).toHaveLength(1);
  });
});
