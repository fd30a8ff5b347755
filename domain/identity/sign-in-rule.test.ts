import { describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { addMember } from '../members/add-member';
import { confirmEmailChange, requestEmailChange } from '../members/change-email';
import { createUser } from '../members/create-user';
import { openSession, sessionUser } from '../members/sessions';
import { issueToken } from '../members/tokens';
import type { MemberRole } from '../permissions';
import { testTenant } from '../test-tenant';
import { addDomain, enforceDomain, markProven, readDomain, removeDomain } from './domains';
import { removeProvider } from './provider';
import { providerForEmail, requireProvider } from './sign-in-rule';
import { as, refusal, testFirm } from './test-firm';

const { firm, domain, save, ready, claims, come, facts } = testFirm();

describe('a bound domain', () => {
  async function person(name: string, role: MemberRole) {
    const { id } = await createUser({ email: `${name}@${domain()}`, password: 'quiet harbour lantern 42' });
    await directoryQuery('update directory.users set email_verified = now() where id = $1', [id]);
    await addMember({ tenantId: firm().tenant.id, userId: id, role });
    return id;
  }
  const authenticator = (userId: string) =>
    directoryQuery("insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, 'x', now())", [
      userId,
    ]);
  const bind = () => as(firm(), (work) => enforceDomain(work, domain(), true));

  it('needs proof, a provider, and somebody who came in through it', async () => {
    await as(firm(), (work) => addDomain(work, domain()));
    expect(await refusal(bind())).toBe('domain_unproven');
    await as(firm(), (work) => markProven(work, domain(), 'dns'));
    expect(await refusal(bind())).toBe('provider_missing');
    await save();
    expect(await refusal(bind())).toBe('provider_untried');
    await come(claims('first'));
    await bind();
    expect((await as(firm(), (work) => readDomain(work, domain()))).enforced).toBe(true);
    expect(await refusal(as(firm(), removeProvider))).toBe('provider_needed');
    await as(firm(), (work) => enforceDomain(work, domain(), false));
    await as(firm(), removeProvider);
    expect((await facts()).slice(-3)).toEqual(['domain.enforced', 'domain.freed', 'provider.removed']);
  });

  it('leaves the provider as the only way, but for an owner with password and authenticator', async () => {
    await ready();
    await come(claims('first'));
    const [member, bare, owner] = [
      await person('member', 'admin'),
      await person('bare', 'owner'),
      await person('owner', 'owner'),
    ];
    await authenticator(owner);
    await authenticator(member);
    const earlier = await openSession(member);
    const throughProvider = await openSession(bare, { method: 'oidc', userAgent: null, address: null });
    await bind();
    expect(await directoryQuery('select 1 from directory.sessions where user_id = $1', [member])).toEqual([]);
    expect(await sessionUser(earlier)).toBeNull();
    expect(await sessionUser(throughProvider)).toMatchObject({ id: bare });
    const tried = async (id: string, method: 'password' | 'link' | 'oidc') =>
      refusal(openSession(id, { method, userAgent: null, address: null }));
    for (const id of [member, bare])
      for (const method of ['password', 'link'] as const) expect(await tried(id, method)).toBe('sign_in_by_provider');
    for (const id of [member, bare, owner]) expect(await tried(id, 'oidc')).toBeNull();
    expect(await tried(owner, 'password')).toBeNull();
    expect(await tried(owner, 'link')).toBe('sign_in_by_provider');
    // An owner of another firm is nobody here.
    const other = await testTenant();
    await addMember({ tenantId: other.tenant.id, userId: member, role: 'owner' });
    expect(await tried(member, 'password')).toBe('sign_in_by_provider');
  });

  it('is the only way for a person, too, who would take their account to another address', async () => {
    await ready();
    const person = await come(claims('mover'));
    await as(firm(), (work) => enforceDomain(work, domain(), true));
    const by = { address: null, locale: 'en' } as const;
    const asked = { email: 'mover@elsewhere.example', present: '' };
    expect(await refusal(requestEmailChange(person, asked, by))).toBe('email_by_provider');
    await as(firm(), (work) => enforceDomain(work, domain(), false));
    const waiting = await issueToken({
      purpose: 'change_email',
      email: asked.email,
      userId: person.id,
      detail: { from: person.email },
      minutes: 5,
    });
    await as(firm(), (work) => enforceDomain(work, domain(), true));
    expect(await refusal(confirmEmailChange(person, waiting, 'en'))).toBe('email_by_provider');
  });

  it('is the only way however the domain is written', async () => {
    const written = 'müller.example';
    const stored = await as(firm(), (work) => addDomain(work, written));
    await save();
    await as(firm(), (work) => markProven(work, stored, 'dns'));
    await come(claims('boss', { email: `boss@${stored}` }));
    await as(firm(), (work) => enforceDomain(work, stored, true));
    const person = await createUser({ email: `Lin@${written}`, password: 'correct horse', verified: true });
    expect(await refusal(openSession(person.id))).toBe('sign_in_by_provider');
  });

  it('is told by the domain alone', async () => {
    await ready();
    await come(claims('first'));
    expect(await providerForEmail(`nobody-at-all@${domain().toUpperCase()} `)).toEqual({
      tenantId: firm().tenant.id,
      name: 'Firm login',
      domain: domain(),
      enforced: false,
    });
    await bind();
    expect(await providerForEmail(`nobody-at-all@${domain()}`)).toMatchObject({ enforced: true });
    expect(await providerForEmail('nobody@elsewhere.example')).toBeNull();
    const { id } = await createUser({ email: 'free@elsewhere.example' });
    await requireProvider(id, 'link');
    await as(firm(), (work) => removeDomain(work, domain()));
    expect(await providerForEmail(`nobody-at-all@${domain()}`)).toBeNull();
  });
});
