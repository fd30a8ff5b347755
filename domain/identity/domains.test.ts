import { describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { unseal } from '@/lib/seal';
import { letterPurpose } from '../mail/post-letter';
import { testTenant } from '../test-tenant';
import type { Work } from '../work';
import { addDomain, enforceDomain, listDomains, markProven, readDomain, removeDomain } from './domains';
import { proveByDns, proveByMail, readDomainMail, requestDomainMail } from './prove-domain';
import { testDns } from './test-dns';
import { as, refusal, testFirm } from './test-firm';

const zone = testDns();
const { firm, domain, ready, facts } = testFirm();

describe('a domain', () => {
  it.each([
    ['@Firm.Example', 'firm.example'],
    ['https://firm.example/path', 'firm.example'],
    ['lin@firm.example', 'firm.example'],
    ['公司.example', 'xn--55qx5d.example'],
  ])('%s is taken for %s', async (typed, stored) => {
    expect(await as(firm(), (work) => addDomain(work, typed))).toBe(stored);
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
    expect(await refusal(as(firm(), (work) => addDomain(work, typed)))).toBe(code);
  });

  it('is proven by its text record alone', async () => {
    await as(firm(), (work) => addDomain(work, domain()));
    const { record } = await as(firm(), (work) => readDomain(work, domain()));
    expect(record).toMatch(/^fairway-verification=[0-9a-f]{32}$/);
    expect(await refusal(proveByDns(firm(), domain()))).toBe('dns_record_missing');
    zone.set(domain(), ['v=spf1 -all', 'fairway-verification=another']);
    await expect(proveByDns(firm(), domain())).rejects.toMatchObject({
      code: 'dns_record_missing',
      params: { record, count: 2 },
    });
    zone.set(domain(), 2);
    expect(await refusal(proveByDns(firm(), domain()))).toBe('dns_failed');
    expect((await as(firm(), (work) => readDomain(work, domain()))).provenAt).toBeNull();
    zone.set(domain(), ['v=spf1 -all', record]);
    await proveByDns(firm(), domain());
    expect(await as(firm(), (work) => readDomain(work, domain()))).toMatchObject({
      provenAt: expect.any(Date),
      provenBy: 'dns',
    });
    expect(await facts()).toEqual(['domain.added', 'domain.proven']);
  });

  it('is one firm’s, however many have noted it', async () => {
    const other = await testTenant();
    for (const access of [firm(), other]) await as(access, (work) => addDomain(work, domain()));
    const outcomes = await Promise.all(
      [firm(), other].map((access) => refusal(as(access, (work) => markProven(work, domain(), 'dns')))),
    );
    expect(outcomes.sort()).toEqual(['domain_taken', null]);
  });

  it('is proven by a link that is mailed to a mailbox of who runs it, once', async () => {
    await as(firm(), (work) => addDomain(work, domain()));
    expect(await refusal(as(firm(), (work) => requestDomainMail(work, domain(), 'lin')))).toBe('mailbox_unknown');
    expect(await as(firm(), (work) => requestDomainMail(work, domain(), 'postmaster'))).toBe(`postmaster@${domain()}`);
    const [letter] = await directoryQuery<{ props: string }>('select props from directory.letters where email = $1', [
      `postmaster@${domain()}`,
    ]);
    const token = (JSON.parse(unseal(letter!.props, letterPurpose)!) as { link: string }).link.split('/').at(-1)!;
    expect(await readDomainMail(token)).toEqual({ domain: domain(), tenant: firm().tenant.name });
    await proveByMail(token);
    expect((await as(firm(), (work) => readDomain(work, domain()))).provenBy).toBe('mail');
    expect(await refusal(proveByMail(token))).toBe('link_used');
    expect(await refusal(proveByMail('x'.repeat(43)))).toBe('link_unknown');
  });

  it('of another firm is not found', async () => {
    await ready();
    const other = await testTenant();
    const verbs: ((work: Work) => Promise<unknown>)[] = [
      (work: Work) => readDomain(work, domain()),
      (work: Work) => removeDomain(work, domain()),
      (work: Work) => enforceDomain(work, domain(), true),
      (work: Work) => requestDomainMail(work, domain(), 'admin'),
    ];
    for (const verb of verbs) expect(await refusal(as(other, verb))).toBe('not_found');
    expect(await refusal(proveByDns(other, domain()))).toBe('not_found');
    expect(await as(other, listDomains)).toEqual([]);
  });
});
