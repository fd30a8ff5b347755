import { directoryQuery } from '@/db/client';

/** What of the directory belongs to a firm and goes along in an export: no hashes, nothing sealed, no tokens. */
const queries: Readonly<Record<string, string>> = {
  firm: `select id, slug, name, zone, currency, locale, sells, markets, plan, status, status_reason, status_since, status_bites_at,
      audit_days, second_factor_required, created_at from directory.tenants where id = $1`,
  members: `select u.id, u.email, u.name, u.locale, u.zone, m.role, m.channels, m.mechanisms, m.joined_at
    from directory.memberships m join directory.users u on u.id = m.user_id where m.tenant_id = $1 order by u.id`,
  invitations: `select id, email, role, locale, channels, mechanisms, invited_by, created_at, sent_at, expires_at, accepted_at, revoked_at
    from directory.invitations where tenant_id = $1 order by id`,
  api_keys: `select id, name, role, prefix, created_by, created_at, last_used_at, expires_at, revoked_at
    from directory.api_keys where tenant_id = $1 order by id`,
  identity_provider: `select name, issuer, client_id, new_member_role, created_at
    from directory.identity_providers where tenant_id = $1`,
  domains: `select domain, challenge, proven_at, proven_by, enforced, created_at
    from directory.domains where tenant_id = $1 order by domain`,
  identities: `select issuer, subject, user_id, created_at from directory.identities where tenant_id = $1 order by issuer, subject`,
  visits: `select g.id, u.email as admin, g.role, g.read_only, g.reason, g.ticket, g.started_at, g.ends_at, g.ended_at
    from directory.act_as_grants g join directory.users u on u.id = g.admin_id where g.tenant_id = $1 order by g.started_at, g.id`,
  letters: `select id, email, letter, locale, attempts, created_at, sent_at, error
    from directory.letters where tenant_id = $1 order by created_at, id`,
};

export const firmParts: readonly string[] = Object.keys(queries);

/** The rows of one part. They are few: people, invitations, keys. */
export const firmRows = (part: string, tenantId: string): Promise<object[]> =>
  directoryQuery(queries[part]!, [tenantId]);
