import { randomBytes } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { notFound, Refusal } from '../errors';
import type { Work } from '../work';
import { checkedDomain } from './domain-name';
import { readProvider } from './provider';

const mostDomains = 20;

/** A mail domain that the firm says is its own. */
export interface MailDomain {
  domain: string;
  /** The whole text of the TXT record that proves it. */
  record: string;
  provenAt: Date | null;
  provenBy: 'dns' | 'mail' | null;
  /** Addresses of it sign in through the firm's provider only. */
  enforced: boolean;
}

interface DomainRow {
  domain: string;
  challenge: string;
  proven_at: Date | null;
  proven_by: 'dns' | 'mail' | null;
  enforced: boolean;
}

/** The TXT record by which a domain is proven. */
export const recordOf = (challenge: string): string => `fairway-verification=${challenge}`;

const domainOf = (row: DomainRow): MailDomain => ({
  domain: row.domain,
  record: recordOf(row.challenge),
  provenAt: row.proven_at,
  provenBy: row.proven_by,
  enforced: row.enforced,
});

/** The firm's mail domains, by name. */
export async function listDomains(work: Work): Promise<MailDomain[]> {
  work.require('identity.read');
  const rows = await work.query<DomainRow>(
    'select domain, challenge, proven_at, proven_by, enforced from directory.domains where tenant_id = $1 order by domain',
    [work.tenant.id],
  );
  return rows.map(domainOf);
}

/** One of the firm's mail domains. Refusal: `not_found`. */
export async function readDomain(work: Work, domain: string): Promise<MailDomain> {
  work.require('identity.read');
  const [row] = await work.query<DomainRow>(
    'select domain, challenge, proven_at, proven_by, enforced from directory.domains where tenant_id = $1 and domain = $2',
    [work.tenant.id, domain],
  );
  if (!row) throw notFound('domain');
  return domainOf(row);
}

/**
 * Notes a mail domain, to be proven next; one that is noted already stays as it is. Answers it as it is stored. Refusals:
 * `domain_malformed`, `domain_public`, `domains_too_many`.
 */
export async function addDomain(work: Work, typed: string): Promise<string> {
  work.require('identity.manage');
  const domain = checkedDomain(typed);
  const [count] = await work.query<{ n: number }>(
    'select count(*)::int as n from directory.domains where tenant_id = $1 and domain <> $2',
    [work.tenant.id, domain],
  );
  if (count!.n >= mostDomains) throw new Refusal('domains_too_many', 409, { most: mostDomains }, 'domain');
  const added = await work.execute(
    `insert into directory.domains (tenant_id, domain, challenge, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [work.tenant.id, domain, randomBytes(16).toString('hex'), work.now],
  );
  if (added) await work.audit('domain.added', { domain });
  return domain;
}

/** Forgets a mail domain; its addresses sign in as before. Refusal: `not_found`. */
export async function removeDomain(work: Work, domain: string): Promise<void> {
  work.require('identity.manage');
  const { enforced, provenAt } = await readDomain(work, domain);
  await work.execute('delete from directory.domains where tenant_id = $1 and domain = $2', [work.tenant.id, domain]);
  await work.audit('domain.removed', { domain }, { before: { enforced, provenAt }, after: null });
}

const takenState = '23505';

/** Notes that a domain was proven. One domain is one firm's. Refusals: `not_found`, `domain_taken`. */
export async function markProven(work: Work, domain: string, by: 'dns' | 'mail'): Promise<void> {
  work.require('identity.manage');
  const { provenAt } = await readDomain(work, domain);
  if (provenAt) return;
  try {
    await work.execute(
      'update directory.domains set proven_at = $3, proven_by = $4 where tenant_id = $1 and domain = $2',
      [work.tenant.id, domain, work.now, by],
    );
  } catch (error) {
    if ((error as { code?: string }).code === takenState) throw new Refusal('domain_taken', 409, { domain });
    throw error;
  }
  await work.audit('domain.proven', { domain, by });
}

/**
 * Binds a proven domain to the firm's provider, or frees it. Bound, its addresses sign in through the provider alone, but for
 * an owner with password and authenticator; sessions that were opened otherwise end. Somebody must have come in through the
 * provider before, so that nobody is locked out by settings that do not work. Refusals: `not_found`, `domain_unproven`,
 * `provider_missing`, `provider_untried`.
 */
export async function enforceDomain(work: Work, domain: string, enforced: boolean): Promise<void> {
  work.require('identity.manage');
  const before = await readDomain(work, domain);
  if (before.enforced === enforced) return;
  if (enforced) await requireReady(work, before);
  await work.execute('update directory.domains set enforced = $3 where tenant_id = $1 and domain = $2', [
    work.tenant.id,
    domain,
    enforced,
  ]);
  await work.audit(
    enforced ? 'domain.enforced' : 'domain.freed',
    { domain },
    { before: before.enforced, after: enforced },
  );
  if (enforced) await endOtherSessions(work.tenant.id, domain);
}

async function requireReady(work: Work, domain: MailDomain): Promise<void> {
  if (!domain.provenAt) throw new Refusal('domain_unproven', 409, { domain: domain.domain });
  const provider = await readProvider(work);
  if (!provider) throw new Refusal('provider_missing', 409);
  const tried = await work.query('select 1 from directory.identities where tenant_id = $1 limit 1', [work.tenant.id]);
  if (tried.length === 0) throw new Refusal('provider_untried', 409, { provider: provider.name });
}

async function endOtherSessions(tenantId: string, domain: string): Promise<void> {
  await directoryQuery(
    `delete from directory.sessions s using directory.users u
     where u.id = s.user_id and s.method <> 'oidc' and split_part(u.email, '@', 2) = $2
       and not exists (select 1 from directory.memberships m join directory.authenticators a on a.user_id = m.user_id
         where m.tenant_id = $1 and m.user_id = u.id and m.role = 'owner' and a.confirmed_at is not null)`,
    [tenantId, domain],
  );
}
