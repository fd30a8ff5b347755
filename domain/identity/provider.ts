import { directoryQuery } from '@/db/client';
import { seal, unseal } from '@/lib/seal';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import type { MemberRole } from '../permissions';
import type { Work } from '../work';
import { checkedIssuer } from './issuer';
import { providerPurpose } from './provider-purpose';

/** What somebody who comes in for the first time may become. More is for an admin to give. */
export const newMemberRoles = ['viewer', 'analyst'] as const satisfies readonly MemberRole[];
export type NewMemberRole = (typeof newMemberRoles)[number];

/** A firm's identity provider; its secret is never told. */
export interface IdentityProvider {
  name: string;
  issuer: string;
  clientId: string;
  /** The role of newcomers; null: only who was invited gets in. */
  newMemberRole: NewMemberRole | null;
}

const columns = 'name, issuer, client_id as "clientId", new_member_role as "newMemberRole"';

/** The firm's identity provider; null when it has none. */
export async function readProvider(work: Work): Promise<IdentityProvider | null> {
  work.require('identity.read');
  const [row] = await work.query<IdentityProvider>(
    `select ${columns} from directory.identity_providers where tenant_id = $1`,
    [work.tenant.id],
  );
  return row ?? null;
}

/**
 * Sets the firm's identity provider. Without a secret the earlier one stays, unless the issuer changes: a secret goes only to
 * the provider that it was made for. Refusals: `name_missing`, `name_too_long`, `name_tricky`, `issuer_malformed`,
 * `issuer_not_https`, `client_id_missing`, `client_secret_missing`, `role_unknown`.
 */
export async function saveProvider(
  work: Work,
  input: { name: string; issuer: string; clientId: string; clientSecret?: string; newMemberRole: string | null },
): Promise<void> {
  work.require('identity.manage');
  const name = checkedName(input.name, { longest: 60 });
  const issuer = checkedIssuer(input.issuer);
  const clientId = input.clientId.trim();
  const secret = input.clientSecret?.trim() ?? '';
  if (!clientId || clientId.length > 500) throw new Refusal('client_id_missing', 422, {}, 'clientId');
  const role = input.newMemberRole === null ? null : newMemberRoles.find((known) => known === input.newMemberRole);
  if (role === undefined)
    throw new Refusal(
      'role_unknown',
      422,
      { value: input.newMemberRole!, known: newMemberRoles.join(', ') },
      'newMemberRole',
    );
  const before = await readProvider(work);
  if (secret.length > 2000 || (!secret && before?.issuer !== issuer))
    throw new Refusal('client_secret_missing', 422, {}, 'clientSecret');
  const sealed = secret ? seal(secret, providerPurpose(work.tenant.id)) : null;
  if (before)
    await work.execute(
      `update directory.identity_providers set name = $2, issuer = $3, client_id = $4, new_member_role = $5 where tenant_id = $1`,
      [work.tenant.id, name, issuer, clientId, role],
    );
  if (before && sealed)
    await work.execute('update directory.identity_providers set client_secret = $2 where tenant_id = $1', [
      work.tenant.id,
      sealed,
    ]);
  if (!before)
    await work.execute(
      `insert into directory.identity_providers (tenant_id, name, issuer, client_id, client_secret, new_member_role, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [work.tenant.id, name, issuer, clientId, sealed, role, work.now],
    );
  const after: IdentityProvider = { name, issuer, clientId, newMemberRole: role };
  await work.audit('provider.saved', { secretChanged: Boolean(sealed) }, { before, after });
}

/** Takes the firm's provider away. Refusal: `provider_needed` (a domain is bound to it). */
export async function removeProvider(work: Work): Promise<void> {
  work.require('identity.manage');
  const before = await readProvider(work);
  if (!before) return;
  const bound = await work.query<{ domain: string }>(
    'select domain from directory.domains where tenant_id = $1 and enforced order by domain',
    [work.tenant.id],
  );
  if (bound.length > 0) throw new Refusal('provider_needed', 409, { domains: bound.map((d) => d.domain).join(', ') });
  await work.execute('delete from directory.identity_providers where tenant_id = $1', [work.tenant.id]);
  await work.audit('provider.removed', {}, { before, after: null });
}

/** What the sign-in needs of a firm's provider; null when it has none. For the sign-in alone: it holds the secret. */
export async function providerSecrets(
  tenantId: string,
): Promise<{ name: string; issuer: string; clientId: string; clientSecret: string } | null> {
  const [row] = await directoryQuery<{ name: string; issuer: string; client_id: string; client_secret: string }>(
    'select name, issuer, client_id, client_secret from directory.identity_providers where tenant_id = $1',
    [tenantId],
  );
  const secret = row && unseal(row.client_secret, providerPurpose(tenantId));
  if (!row || secret == null) return null;
  return { name: row.name, issuer: row.issuer, clientId: row.client_id, clientSecret: secret };
}
