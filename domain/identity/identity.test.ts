import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { unseal } from '@/lib/seal';
import { letterPurpose } from '../mail/post-letter';
import { addMember } from '../members/add-member';
import { confirmEmailChange, requestEmailChange } from '../members/change-email';
import { createUser } from '../members/create-user';
import { openSession, sessionUser } from '../members/sessions';
import { issueToken } from '../members/tokens';
import type { MemberRole } from '../permissions';
import type { Access } from '../tenants/access';
import { testTenant } from '../test-tenant';
import { type Work, withTenant } from '../work';
import { addDomain, enforceDomain, listDomains, markProven, readDomain, removeDomain } from './domains';
import { proveByDns, proveByMail, readDomainMail, requestDomainMail } from './prove-domain';
import { providerSecrets, readProvider, removeProvider, saveProvider } from './provider';
import { type Claims, signInByProvider } from './sign-in-by-provider';
import { providerForEmail, requireProvider } from './sign-in-rule';

const dns = createSocket('udp4');
/** What the name server of the test says: text records by name, or an error's number. */
const zone = new Map<string, string[] | number>();

beforeAll(async () => {
  // A name server, as far as a question for text records goes.
  dns.on('message', (question, from) => {
    const labels: string[] = [];
    let at = 12;
    for (; question[at] !== 0; at += question[at]! + 1)
      labels.push(question.subarray(at + 1, at + 1 + question[at]!).toString());
    const found = zone.get(labels.join('.')) ?? 3;
    const texts = typeof found === 'number' ? [] : found;
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(0x8180 | (typeof found === 'number' ? found : 0), 2);
    head.writeUInt16BE(texts.length, 6);
    head.writeUInt32BE(0, 8);
    const answers = texts.map((text) => {
      const record = Buffer.alloc(13);
      record.writeUInt16BE(0xc00c, 0);
      record.writeUInt16BE(16, 2);
      record.writeUInt16BE(1, 4);
      record.writeUInt16BE(text.length + 1, 10);
      record.writeUInt8(text.length, 12);
      return Buffer.concat([record, Buffer.from(text)]);
    });
    dns.send(Buffer.concat([head, question.subarray(12, at + 5), ...answers]), from.port, from.address);
  });
  await new Promise<void>((done) => dns.bind(0, '127.0.0.1', done));
  vi.stubEnv('DNS_SERVERS', `127.0.0.1:${dns.address().port}`);
});
afterAll(() => new Promise<void>((done) => dns.close(done)));

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());

let firm: Access;
let domain: string;
let count = 0;
beforeEach(async () => {
  firm = await testTenant();
  domain = `firm${++count}.example`;
});

const as = <T>(access: Access, verb: (work: Work) => Promise<T>) => withTenant(access, verb);
const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error) => error.code ?? error);
const withRole = (role: MemberRole): Access => ({ ...firm, actor: { ...firm.actor, role } });
const settings = {
  name: 'Firm login',
  issuer: 'https://id.example',
  clientId: 'client',
  clientSecret: 'very secret',
  newMemberRole: 'viewer' as string | null,
};
const save = (changes: Partial<typeof settings> = {}, by = firm) =>
  as(by, (work) => saveProvider(work, { ...settings, ...changes }));

/** A firm with a provider and a proven domain. */
async function ready(changes: Partial<typeof settings> = {}) {
  await save(changes);
  await as(firm, (work) => addDomain(work, domain));
  await as(firm, (work) => markProven(work, domain, 'dns'));
}

const claims = (name: string, more: Partial<Claims> = {}): Claims => ({
  iss: 'https://id.example',
  sub: `subject of ${name}`,
  email: `${name}@${domain}`,
  email_verified: true,
  name: 'Lin Wei',
  ...more,
});
const come = (of: Claims, by = firm) => signInByProvider({ tenantId: by.tenant.id, claims: of, from: '192.0.2.7' });
const roleOf = async (userId: string, by = firm) =>
  (
    await directoryQuery<{ role: string }>(
      'select role from directory.memberships where tenant_id = $1 and user_id = $2',
      [by.tenant.id, userId],
    )
  )[0]?.role ?? null;
const facts = async () =>
  (
    await as(firm, (work) =>
      work.query<{ fact: string }>('select fact from app.audit_entries where tenant_id = $1 order by at, id', [
        firm.tenant.id,
      ]),
    )
  ).map((entry) => entry.fact);

describe('the provider', () => {
  it('is kept with its secret sealed, which nobody is told again; every change is audited without it', async () => {
    expect(await as(firm, readProvider)).toBeNull();
    await save();
    const { clientSecret, ...told } = settings;
    expect(await as(firm, readProvider)).toEqual(told);
    const [row] = await directoryQuery<{ all: string }>(
      'select p::text as all from directory.identity_providers p where tenant_id = $1',
      [firm.tenant.id],
    );
    expect(row!.all).not.toContain(clientSecret);
    expect((await providerSecrets(firm.tenant.id))?.clientSecret).toBe(clientSecret);
    await save({ name: 'Another name', clientSecret: '', newMemberRole: null });
    expect(await as(firm, readProvider)).toMatchObject({ name: 'Another name', newMemberRole: null });
    expect((await providerSecrets(firm.tenant.id))?.clientSecret).toBe(clientSecret);
    expect(await facts()).toEqual(['provider.saved', 'provider.saved']);
    const entries = await as(firm, (work) =>
      work.query('select * from app.audit_entries where tenant_id = $1', [firm.tenant.id]),
    );
    expect(JSON.stringify(entries)).not.toContain(clientSecret);
  });

  it('does not send an earlier secret to another issuer', async () => {
    expect(await refusal(save({ clientSecret: '' }))).toBe('client_secret_missing');
    await save();
    expect(await refusal(save({ issuer: 'https://elsewhere.example', clientSecret: '' }))).toBe(
      'client_secret_missing',
    );
  });

  it('takes the address of the discovery document for the issuer', async () => {
    await save({ issuer: ' https://id.example/tenant/.well-known/openid-configuration ' });
    expect((await as(firm, readProvider))!.issuer).toBe('https://id.example/tenant');
  });

  it.each([
    [{ issuer: 'id.example' }, 'issuer_malformed'],
    [{ issuer: 'https://user:pass@id.example' }, 'issuer_malformed'],
    [{ issuer: `https://id.example/${'x'.repeat(10_000)}` }, 'issuer_malformed'],
    [{ issuer: 'http://id.example' }, 'issuer_not_https'],
    [{ issuer: 'javascript:alert(1)' }, 'issuer_malformed'],
    [{ name: ' ' }, 'name_missing'],
    [{ name: 'x'.repeat(10_000) }, 'name_too_long'],
    [{ clientId: '' }, 'client_id_missing'],
    [{ clientSecret: '' }, 'client_secret_missing'],
    [{ newMemberRole: 'owner' }, 'role_unknown'],
  ] as const)('refuses %j as %s', async (changes, code) => {
    expect(await refusal(save(changes))).toBe(code);
  });

  it('is an owner’s to set: an admin could have themselves vouched for as the owner', async () => {
    await save({});
    expect(await refusal(save({}, withRole('admin')))).toBe('forbidden');
    expect(await as(withRole('admin'), readProvider)).toMatchObject({ issuer: expect.any(String) });
    for (const role of ['analyst', 'viewer'] as const) {
      expect(await refusal(save({}, withRole(role)))).toBe('forbidden');
      expect(await refusal(as(withRole(role), readProvider))).toBe('forbidden');
      expect(await refusal(as(withRole(role), listDomains))).toBe('forbidden');
    }
  });
});

describe('a domain', () => {
  it.each([
    ['@Firm.Example', 'firm.example'],
    ['https://firm.example/path', 'firm.example'],
    ['lin@firm.example', 'firm.example'],
    ['公司.example', 'xn--55qx5d.example'],
  ])('%s is taken for %s', async (typed, stored) => {
    expect(await as(firm, (work) => addDomain(work, typed))).toBe(stored);
  });

  it.each([
    ['', 'domain_malformed'],
    ['localhost', 'domain_malformed'],
    ['10.0.0.1', 'domain_malformed'],
    ['firm..example', 'domain_malformed'],
    ['a b.example', 'domain_malformed'],
    [`${'x'.repeat(10_000)}.example`, 'domain_malformed'],
    ['QQ.com', 'domain_public'],
    ['gmail.com', 'domain_public'],
  ])('%s is refused as %s', async (typed, code) => {
    expect(await refusal(as(firm, (work) => addDomain(work, typed)))).toBe(code);
  });

  it('is proven by its text record alone', async () => {
    await as(firm, (work) => addDomain(work, domain));
    const { record } = await as(firm, (work) => readDomain(work, domain));
    expect(record).toMatch(/^fairway-verification=[0-9a-f]{32}$/);
    expect(await refusal(proveByDns(firm, domain))).toBe('dns_record_missing');
    zone.set(domain, ['v=spf1 -all', 'fairway-verification=another']);
    await expect(proveByDns(firm, domain)).rejects.toMatchObject({
      code: 'dns_record_missing',
      params: { record, count: 2 },
    });
    zone.set(domain, 2);
    expect(await refusal(proveByDns(firm, domain))).toBe('dns_failed');
    expect((await as(firm, (work) => readDomain(work, domain))).provenAt).toBeNull();
    zone.set(domain, ['v=spf1 -all', record]);
    await proveByDns(firm, domain);
    expect(await as(firm, (work) => readDomain(work, domain))).toMatchObject({
      provenAt: expect.any(Date),
      provenBy: 'dns',
    });
    expect(await facts()).toEqual(['domain.added', 'domain.proven']);
  });

  it('is one firm’s, however many have noted it', async () => {
    const other = await testTenant();
    for (const access of [firm, other]) await as(access, (work) => addDomain(work, domain));
    const outcomes = await Promise.all(
      [firm, other].map((access) => refusal(as(access, (work) => markProven(work, domain, 'dns')))),
    );
    expect(outcomes.sort()).toEqual(['domain_taken', null]);
  });

  it('is proven by a link that is mailed to a mailbox of who runs it, once', async () => {
    await as(firm, (work) => addDomain(work, domain));
    expect(await refusal(as(firm, (work) => requestDomainMail(work, domain, 'lin')))).toBe('mailbox_unknown');
    expect(await as(firm, (work) => requestDomainMail(work, domain, 'postmaster'))).toBe(`postmaster@${domain}`);
    const [letter] = await directoryQuery<{ props: string }>('select props from directory.letters where email = $1', [
      `postmaster@${domain}`,
    ]);
    const token = (JSON.parse(unseal(letter!.props, letterPurpose)!) as { link: string }).link.split('/').at(-1)!;
    expect(await readDomainMail(token)).toEqual({ domain, tenant: firm.tenant.name });
    await proveByMail(token);
    expect((await as(firm, (work) => readDomain(work, domain))).provenBy).toBe('mail');
    expect(await refusal(proveByMail(token))).toBe('link_used');
    expect(await refusal(proveByMail('x'.repeat(43)))).toBe('link_unknown');
  });

  it('of another firm is not found', async () => {
    await ready();
    const other = await testTenant();
    const verbs: ((work: Work) => Promise<unknown>)[] = [
      (work: Work) => readDomain(work, domain),
      (work: Work) => removeDomain(work, domain),
      (work: Work) => enforceDomain(work, domain, true),
      (work: Work) => requestDomainMail(work, domain, 'admin'),
    ];
    for (const verb of verbs) expect(await refusal(as(other, verb))).toBe('not_found');
    expect(await refusal(proveByDns(other, domain))).toBe('not_found');
    expect(await as(other, listDomains)).toEqual([]);
  });
});

describe('sign-in through the provider', () => {
  it('makes a newcomer a member, knows them again by the provider’s name for them, and says so in the log', async () => {
    await ready({ newMemberRole: 'analyst' });
    const { id, email } = await come(claims('lin'));
    expect(email).toBe(`lin@${domain}`);
    expect(await roleOf(id)).toBe('analyst');
    expect((await facts()).at(-1)).toBe('member.joined');
    const [user] = await directoryQuery('select name, email_verified from directory.users where id = $1', [id]);
    expect(user).toEqual({ name: 'Lin Wei', email_verified: expect.any(Date) });
    // Their address at the provider has changed meanwhile.
    expect((await come(claims('lin', { email: `lin.wei@${domain}` }))).id).toBe(id);
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
    await as(firm, (work) => addDomain(work, domain));
    expect(await refusal(come(claims('lin')))).toBe('oidc_foreign_domain');
    await as(firm, (work) => markProven(work, domain, 'dns'));
    const other = await testTenant();
    await as(other, (work) => saveProvider(work, settings));
    expect(await refusal(come(claims('lin'), other))).toBe('oidc_foreign_domain');
  });

  it('lets in only who was invited, where that is the setting, with the invitation’s role', async () => {
    await ready({ newMemberRole: null });
    expect(await refusal(come(claims('guest')))).toBe('oidc_not_invited');
    expect(await directoryQuery('select 1 from directory.users where email = $1', [`guest@${domain}`])).toEqual([]);
    const { inviteMember } = await import('../invitations/invite-member');
    await as(firm, (work) => inviteMember(work, { email: `guest@${domain}`, role: 'admin' }));
    const { id } = await come(claims('guest'));
    expect(await roleOf(id)).toBe('admin');
    expect((await facts()).at(-1)).toBe('invitation.accepted');
  });

  it('does not bring back who was removed', async () => {
    await ready();
    const { id } = await come(claims('left'));
    await directoryQuery('delete from directory.memberships where tenant_id = $1 and user_id = $2', [
      firm.tenant.id,
      id,
    ]);
    expect(await refusal(come(claims('left')))).toBe('oidc_not_invited');
    expect(await refusal(come(claims('left', { sub: 'made anew' })))).toBe('oidc_not_invited');
    expect(await roleOf(id)).toBeNull();
  });

  it('opens no account whose person has taken it out of the firm’s domains', async () => {
    await ready();
    const { id } = await come(claims('mover'));
    await directoryQuery('update directory.users set email = $2 where id = $1', [id, `mover${count}@private.example`]);
    const other = await come(claims('mover'));
    expect(other.id).not.toBe(id);
    expect((await come(claims('mover'))).id).toBe(other.id);
  });

  it('ends what somebody set up under an address that was never theirs; a proven account stays as it is', async () => {
    await ready();
    const squatter = await createUser({ email: `victim@${domain}`, password: 'planted by somebody' });
    const session = await openSession(squatter.id);
    expect((await come(claims('victim'))).id).toBe(squatter.id);
    expect(await sessionUser(session)).toBeNull();
    expect(await directoryQuery('select 1 from directory.passwords where user_id = $1', [squatter.id])).toEqual([]);
    const proven = await createUser({ email: `proven@${domain}`, password: 'quiet harbour lantern 42' });
    await directoryQuery('update directory.users set email_verified = now() where id = $1', [proven.id]);
    await come(claims('proven'));
    expect(await directoryQuery('select 1 from directory.passwords where user_id = $1', [proven.id])).toHaveLength(1);
  });
});

describe('a bound domain', () => {
  async function person(name: string, role: MemberRole) {
    const { id } = await createUser({ email: `${name}@${domain}`, password: 'quiet harbour lantern 42' });
    await directoryQuery('update directory.users set email_verified = now() where id = $1', [id]);
    await addMember({ tenantId: firm.tenant.id, userId: id, role });
    return id;
  }
  const authenticator = (userId: string) =>
    directoryQuery("insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, 'x', now())", [
      userId,
    ]);
  const bind = () => as(firm, (work) => enforceDomain(work, domain, true));

  it('needs proof, a provider, and somebody who came in through it', async () => {
    await as(firm, (work) => addDomain(work, domain));
    expect(await refusal(bind())).toBe('domain_unproven');
    await as(firm, (work) => markProven(work, domain, 'dns'));
    expect(await refusal(bind())).toBe('provider_missing');
    await save();
    expect(await refusal(bind())).toBe('provider_untried');
    await come(claims('first'));
    await bind();
    expect((await as(firm, (work) => readDomain(work, domain))).enforced).toBe(true);
    expect(await refusal(as(firm, removeProvider))).toBe('provider_needed');
    await as(firm, (work) => enforceDomain(work, domain, false));
    await as(firm, removeProvider);
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
    await as(firm, (work) => enforceDomain(work, domain, true));
    const by = { address: null, locale: 'en' } as const;
    const asked = { email: `mover${count}@elsewhere.example`, present: '' };
    expect(await refusal(requestEmailChange(person, asked, by))).toBe('email_by_provider');
    await as(firm, (work) => enforceDomain(work, domain, false));
    const waiting = await issueToken({
      purpose: 'change_email',
      email: asked.email,
      userId: person.id,
      detail: { from: person.email },
      minutes: 5,
    });
    await as(firm, (work) => enforceDomain(work, domain, true));
    expect(await refusal(confirmEmailChange(person, waiting, 'en'))).toBe('email_by_provider');
  });

  it('is the only way however the domain is written', async () => {
    const written = `müller${count}.example`;
    domain = await as(firm, (work) => addDomain(work, written));
    await save();
    await as(firm, (work) => markProven(work, domain, 'dns'));
    await come(claims('boss'));
    await as(firm, (work) => enforceDomain(work, domain, true));
    const person = await createUser({ email: `Lin@${written}`, password: 'correct horse', verified: true });
    expect(await refusal(openSession(person.id))).toBe('sign_in_by_provider');
  });

  it('is told by the domain alone', async () => {
    await ready();
    await come(claims('first'));
    expect(await providerForEmail(`nobody-at-all@${domain.toUpperCase()} `)).toEqual({
      tenantId: firm.tenant.id,
      name: 'Firm login',
      domain,
      enforced: false,
    });
    await bind();
    expect(await providerForEmail(`nobody-at-all@${domain}`)).toMatchObject({ enforced: true });
    expect(await providerForEmail('nobody@elsewhere.example')).toBeNull();
    const { id } = await createUser({ email: `free${count}@elsewhere.example` });
    await requireProvider(id, 'link');
    await as(firm, (work) => removeDomain(work, domain));
    expect(await providerForEmail(`nobody-at-all@${domain}`)).toBeNull();
  });
});
