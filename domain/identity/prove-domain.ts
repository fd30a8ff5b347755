import { Resolver } from 'node:dns/promises';
import { proveDomain } from '@/emails/letters/prove-domain';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { postLetter } from '../mail/post-letter';
import { countAsk } from '../members/ask-limit';
import { issueToken, readToken, useToken } from '../members/tokens';
import type { Access } from '../tenants/access';
import { accessForJob } from '../tenants/ways-in';
import { type Work, withTenant } from '../work';
import { markProven, readDomain } from './domains';

/** The text records of a name; each record's pieces together. */
export type ResolveTxt = (name: string) => Promise<string[]>;

const resolveTxt: ResolveTxt = async (name) => {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  if (env().DNS_SERVERS.length > 0) resolver.setServers(env().DNS_SERVERS);
  return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
};

const nothingThere = new Set(['ENODATA', 'ENOTFOUND']);

/**
 * Proves a domain by its TXT record. Asked outside of a transaction, as the answer may take seconds. Refusals: `not_found`,
 * `dns_record_missing` (none, or another), `dns_failed` (no answer), `domain_taken`.
 * @param resolve who is asked; DNS_SERVERS, or the machine's
 */
export async function proveByDns(access: Access, domain: string, resolve: ResolveTxt = resolveTxt): Promise<void> {
  const { record } = await withTenant(access, (work) => {
    work.require('identity.manage');
    return readDomain(work, domain);
  });
  const found = await resolve(domain).catch((error: { code?: string }) => {
    if (nothingThere.has(error.code ?? '')) return [];
    throw new Refusal('dns_failed', 409, { domain });
  });
  if (!found.some((text) => text.trim() === record))
    throw new Refusal('dns_record_missing', 409, { domain, record, count: found.length });
  await withTenant(access, (work) => markProven(work, domain, 'dns'));
}

/** Mailboxes that only who runs a domain reads. */
export const knownMailboxes = ['admin', 'postmaster', 'hostmaster', 'webmaster', 'administrator'] as const;

const purpose = 'prove_domain';
const holdsHours = 24;

/**
 * Mails a link that proves the domain to a mailbox that only who runs it reads. Answers its address. Refusals: `not_found`,
 * `mailbox_unknown`, `too_many_requests`.
 */
export async function requestDomainMail(work: Work, domain: string, mailbox: string): Promise<string> {
  work.require('identity.manage');
  await readDomain(work, domain);
  const known = knownMailboxes.find((one) => one === mailbox);
  if (!known) throw new Refusal('mailbox_unknown', 422, { known: knownMailboxes.join(', ') }, 'mailbox');
  const email = `${known}@${domain}`;
  await countAsk('domain_mail', { account: `${work.tenant.id} ${domain}`, address: null });
  const token = await issueToken({
    purpose,
    email,
    detail: { tenantId: work.tenant.id, domain },
    minutes: holdsHours * 60,
  });
  await postLetter({
    email,
    locale: work.tenant.locale,
    letter: proveDomain,
    props: {
      tenant: work.tenant.name,
      asker: work.actor.name ?? work.tenant.name,
      domain,
      link: `${env().APP_URL}/sign-in/domain/${token}`,
      hours: holdsHours,
    },
    tenantId: work.tenant.id,
  });
  await work.audit('domain.mail_requested', { domain, mailbox: known });
  return email;
}

interface Asked {
  tenantId: string;
  domain: string;
}

async function accessOf(token: string): Promise<{ access: Access; domain: string }> {
  const { detail } = await readToken(purpose, token);
  const { tenantId, domain } = detail as unknown as Asked;
  const access = await accessForJob(tenantId, 'domain mail');
  if (!access) throw new Refusal('link_unknown', 404);
  return { access, domain };
}

/** What a mailed link would prove, without using it. Refusals: those of readToken. */
export async function readDomainMail(token: string): Promise<{ domain: string; tenant: string }> {
  const { access, domain } = await accessOf(token);
  return { domain, tenant: access.tenant.name };
}

/** Proves a domain by the link that was mailed to it. Refusals: those of useToken, `not_found` (forgotten since), `domain_taken`. */
export async function proveByMail(token: string): Promise<{ domain: string; tenant: string }> {
  const { access, domain } = await accessOf(token);
  await withTenant(access, (work) => markProven(work, domain, 'mail'));
  await useToken(purpose, token);
  return { domain, tenant: access.tenant.name };
}
