import { afterAll, beforeAll, beforeEach } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import type { MemberRole } from '../permissions';
import type { Access } from '../tenants/access';
import { testTenant } from '../test-tenant';
import { type Work, withTenant } from '../work';
import { addDomain, markProven } from './domains';
import { saveProvider } from './provider';
import { type Claims, signInByProvider } from './sign-in-by-provider';

export const settings = {
  name: 'Firm login',
  issuer: 'https://id.example',
  clientId: 'client',
  clientSecret: 'very secret',
  newMemberRole: 'viewer' as string | null,
};

export const as = <T>(access: Access, verb: (work: Work) => Promise<T>) => withTenant(access, verb);

/** The code of what was refused, null where nothing was. */
export const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error) => error.code ?? error);

/** What the tests of a firm's own sign-in begin with, once a file: a database, and for each test a fresh firm and a domain's name. */
export function testFirm() {
  let db: Awaited<ReturnType<typeof testDatabase>>;
  let firm: Access;
  let domain: string;
  let count = 0;
  beforeAll(async () => {
    db = await testDatabase();
    useDatabase(db);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    firm = await testTenant();
    domain = `firm${++count}.example`;
  });

  const withRole = (role: MemberRole): Access => ({ ...firm, actor: { ...firm.actor, role } });
  const save = (changes: Partial<typeof settings> = {}, by = firm) =>
    as(by, (work) => saveProvider(work, { ...settings, ...changes }));

  /** A firm with a provider and a proven domain. */
  async function ready(changes: Partial<typeof settings> = {}): Promise<void> {
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

  return { firm: () => firm, domain: () => domain, withRole, save, ready, claims, come, roleOf, facts };
}
