import { createHash } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import type { Mechanism } from '@/kpis/kpi';
import { now } from '@/lib/clock';
import { notFound, Refusal } from '../errors';
import { hashOfSession, openSessions, type SessionRow, type SessionUser, seenUser } from '../members/sessions';
import type { MemberRole } from '../permissions';
import { nameOf, type PlatformAccess } from '../platform/access';
import { type Access, type Limits, noLimits, type Standing, type Tenant, type TenantId } from './access';

interface TenantRow {
  id: string;
  slug: string;
  name: string;
  zone: string;
  currency: string;
  locale: string;
  status: Standing['status'];
  status_reason: string | null;
  status_bites_at: Date | null;
}

interface MemberRow extends TenantRow {
  role: MemberRole;
  channels: string[] | null;
  mechanisms: Mechanism[] | null;
  email: string;
  seen_at: Date | null;
  grant_id: string | null;
  reason: string | null;
  ticket: string | null;
  read_only: boolean | null;
  ends_at: Date | null;
}

const columns = 't.id, t.slug, t.name, t.zone, t.currency, t.locale, t.status, t.status_reason, t.status_bites_at';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function mint(row: TenantRow): Tenant {
  if (!uuid.test(row.id)) throw new Error('a tenant id is not a uuid');
  return {
    id: row.id as TenantId,
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    currency: row.currency,
    locale: row.locale === 'en' ? 'en' : 'zh-CN',
    standing: { status: row.status, reason: row.status_reason, bitesAt: row.status_bites_at },
  };
}

/** Whether a firm's time has come: nobody gets in any more, and no job but the one that erases it. */
const isOver = (row: TenantRow): boolean =>
  row.status === 'leaving' && row.status_bites_at !== null && row.status_bites_at <= now();

/** The one job that works in a firm whose time has come. */
export const erasureJob = 'tenant.erase';

const wayColumns = `${columns}, coalesce(g.role, m.role) as role, m.channels, m.mechanisms, m.last_seen_at as seen_at, u.email,
  g.id as grant_id, g.reason, g.ticket, g.read_only, g.ends_at`;

/** Joins to a tenant `t` and a person `u` what opens the one to the other; `at` is the parameter with the instant. */
const ways = (at: string, platformAdmin: string): string =>
  `left join directory.memberships m on m.tenant_id = t.id and m.user_id = u.id
   left join lateral (select * from directory.act_as_grants a
     where a.tenant_id = t.id and a.admin_id = u.id and ${platformAdmin} and a.ended_at is null and a.ends_at > ${at}
     order by a.started_at desc limit 1) g on true`;

/**
 * A person's way into a tenant: by membership or, for a platform admin, by a visit that was opened with a reason and is not
 * over. Null when there is neither, or no such tenant (the caller cannot tell which).
 */
export async function accessForMember(
  userId: string,
  slug: string,
  address: string | null = null,
): Promise<Access | null> {
  const [row] = await directoryQuery<MemberRow>(
    `select ${wayColumns} from directory.tenants t join directory.users u on u.id = $1 ${ways('$3', 'u.platform_admin')}
     where t.slug = $2 and (m.user_id is not null or g.id is not null)`,
    [userId, slug, now()],
  );
  return row && !isOver(row) ? accessOf(userId, row, address) : null;
}

/**
 * Whether a tenant `t` asks somebody for an authenticator who has none. Who has one has shown its code, or the session would not
 * be open; whom the firm's own provider vouches for was asked there.
 */
const lacksAuthenticator = `t.second_factor_required and not u.authenticator
  and not (u.method = 'oidc' and exists (select 1 from directory.domains d
    where d.tenant_id = t.id and d.proven_at is not null and d.domain = split_part(u.email, '@', 2)))`;

/**
 * Whose session this is and their way into a tenant, in one statement, as each request to a page asks for both. Null when there
 * is no such open session; without an access when the person has no way into a tenant of this name, or has to set an
 * authenticator up first (`lacksAuthenticator`).
 */
export async function accessForSession(
  token: string,
  slug: string,
  address: string | null = null,
): Promise<{ user: SessionUser; access: Access | null; lacksAuthenticator: boolean } | null> {
  const [row] = await directoryQuery<MemberRow & { session: SessionRow; lacks: boolean }>(
    `select to_jsonb(u) as session, ${wayColumns}, ${lacksAuthenticator} as lacks from (${openSessions}) u
     left join directory.tenants t on t.slug = $3 ${ways('$2', 'u."platformAdmin" and u.authenticator and u."secondFactor"')}`,
    [hashOfSession(token), now(), slug],
    'access of a session',
  );
  if (!row) return null;
  const user = await seenUser(token, row.session);
  const open = Boolean(row.role) && !isOver(row);
  return {
    user,
    access: open && !row.lacks ? await accessOf(user.id, row, address) : null,
    lacksAuthenticator: open && row.lacks,
  };
}

async function accessOf(userId: string, row: MemberRow, address: string | null): Promise<Access> {
  if (!row.grant_id && now().getTime() - (row.seen_at?.getTime() ?? 0) > seenEveryMs) await noteSeen(row.id, userId);
  const acting = row.grant_id
    ? {
        grantId: row.grant_id,
        admin: row.email,
        reason: row.reason!,
        ticket: row.ticket!,
        readOnly: row.read_only!,
        endsAt: row.ends_at!,
      }
    : null;
  return {
    tenant: mint(row),
    actor: { kind: 'user', id: userId, role: row.role, name: row.email, address },
    limits: acting ? noLimits : { channels: row.channels, mechanisms: row.mechanisms },
    acting,
  };
}

/** How exactly it is known when a member was last seen. */
const seenEveryMs = 5 * 60_000;

/** Notes that a member is here; not while members are being changed, for a page does not wait for that. */
async function noteSeen(tenantId: string, userId: string): Promise<void> {
  await directoryQuery(
    `update directory.memberships set last_seen_at = $3 where (tenant_id, user_id) in (
       select tenant_id, user_id from directory.memberships where tenant_id = $1 and user_id = $2 for update skip locked)`,
    [tenantId, userId, now()],
  );
}

/**
 * The way into a tenant of somebody whose invitation is still open, to take it up and nothing else; null when it is not open.
 * @param tokenHash SHA-256 of the invitation's token
 */
export async function accessForInvited(
  tokenHash: string,
  user: { id: string; email: string },
  address: string | null = null,
): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow & Limits & { role: MemberRole }>(
    `select ${columns}, i.role, i.channels, i.mechanisms from directory.invitations i
     join directory.tenants t on t.id = i.tenant_id
     where i.token_hash = $1 and i.email = $2 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $3`,
    [tokenHash, user.email, now()],
  );
  if (!row || isOver(row)) return null;
  return {
    tenant: mint(row),
    actor: { kind: 'user', id: user.id, role: row.role, name: user.email, address },
    limits: { channels: row.channels, mechanisms: row.mechanisms },
    acting: null,
  };
}

/** The way in of somebody for whom a firm's own provider vouches. */
export interface VouchedWay {
  readonly locale: 'zh-CN' | 'en';
  /** The open invitation that gives the role; null: it is the role for newcomers. */
  readonly invitation: string | null;
  access(user: { id: string; email: string }, address: string | null): Access;
}

/**
 * The way into a tenant, to join it and nothing else, of somebody whose address its own provider vouches for: by an open
 * invitation or, for who was never there, with the role for newcomers. Null when neither opens it.
 */
export async function accessForVouched(
  tenantId: string,
  email: string,
  options: { newcomer: boolean },
): Promise<VouchedWay | null> {
  const [row] = await directoryQuery<TenantRow & Limits & { invitation: string | null; role: MemberRole | null }>(
    `select ${columns}, i.id as invitation, i.channels, i.mechanisms,
       coalesce(i.role, case when $3 then p.new_member_role end) as role
     from directory.identity_providers p join directory.tenants t on t.id = p.tenant_id
     left join directory.invitations i on i.tenant_id = t.id and i.email = $2
       and i.accepted_at is null and i.revoked_at is null and i.expires_at > $4
     where p.tenant_id = $1`,
    [tenantId, email, options.newcomer, now()],
  );
  if (!row?.role) return null;
  const { role, channels, mechanisms } = row;
  const tenant = mint(row);
  return {
    locale: tenant.locale,
    invitation: row.invitation,
    access: (user, address) => ({
      tenant,
      actor: { kind: 'user', id: user.id, role, name: user.email, address },
      limits: { channels, mechanisms },
      acting: null,
    }),
  };
}

/** A firm as its member finds it before going in. */
interface OwnTenant extends TenantRow {
  role: MemberRole;
  second_factor_required: boolean;
}

/** The tenants in which a person is a member, by name. */
export async function tenantsOfMember(userId: string): Promise<OwnTenant[]> {
  const rows = await directoryQuery<OwnTenant>(
    `select ${columns}, t.second_factor_required, m.role from directory.tenants t
     join directory.memberships m on m.tenant_id = t.id where m.user_id = $1 order by t.name`,
    [userId],
  );
  return rows.filter((row) => !isOver(row));
}

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

interface KeyRow extends TenantRow {
  key_id: string;
  key_name: string;
  role: MemberRole;
  revoked_at: Date | null;
  expires_at: Date | null;
}

/**
 * An API key's way into its tenant; null for a key that is unknown. Who holds the whole key may know why it does not open any
 * more. Refusals (401): `key_revoked`, `key_expired`.
 */
export async function accessForKey(key: string, address: string | null = null): Promise<Access | null> {
  const at = now();
  const [row] = await directoryQuery<KeyRow>(
    `with used as (update directory.api_keys set last_used_at = $2 where hash = $1
       and revoked_at is null and (expires_at is null or expires_at > $2)
       and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute'))
     select ${columns}, k.id as key_id, k.name as key_name, k.role, k.revoked_at, k.expires_at from directory.api_keys k
     join directory.tenants t on t.id = k.tenant_id where k.hash = $1`,
    [hashKey(key), at],
  );
  if (!row || isOver(row)) return null;
  const { key_id, key_name, role } = row;
  if (row.revoked_at) throw new Refusal('key_revoked', 401, { name: key_name });
  if (row.expires_at && row.expires_at <= at)
    throw new Refusal('key_expired', 401, { name: key_name, on: row.expires_at.toISOString().slice(0, 10) });
  return {
    tenant: mint(row),
    actor: { kind: 'key', id: key_id, role, name: key_name, address },
    limits: noLimits,
    acting: null,
  };
}

const asJob = (row: TenantRow, id: string): Access => ({
  tenant: mint(row),
  actor: { kind: 'job', id, role: 'owner' },
  limits: noLimits,
  acting: null,
});

/** A worker's way into a tenant, as owner of its data; null when the tenant is gone. `job` is named in the audit. */
export async function accessForJob(tenantId: string, job: string): Promise<Access | null> {
  if (!uuid.test(tenantId)) return null;
  const [row] = await directoryQuery<TenantRow>(`select ${columns} from directory.tenants t where t.id = $1`, [
    tenantId,
  ]);
  return row && (job === erasureJob || !isOver(row)) ? asJob(row, job) : null;
}

/** The operator's way into a tenant from the command line; null for an unknown slug. */
export async function accessForOperator(slug: string): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow>(`select ${columns} from directory.tenants t where t.slug = $1`, [slug]);
  return row ? asJob(row, 'operator') : null;
}

/**
 * A platform admin's way to the log of a firm that a deed at the desk concerns: it may read nothing more than a viewer, and
 * what it writes stands under the admin's real name. Refusal: `not_found`.
 */
export async function accessForDesk(
  platform: PlatformAccess,
  firm: { slug: string } | { id: string },
  reason: string,
): Promise<Access> {
  const [column, value] = 'slug' in firm ? ['slug', firm.slug] : ['id', firm.id];
  if (column === 'id' && !uuid.test(value!)) throw notFound('tenant');
  const [row] = await directoryQuery<TenantRow>(`select ${columns} from directory.tenants t where t.${column} = $1`, [
    value,
  ]);
  if (!row) throw notFound('tenant');
  const { admin, address } = platform;
  if (!admin) return asJob(row, 'operator');
  return {
    tenant: mint(row),
    actor: { kind: 'user', id: admin.id, role: 'viewer', name: admin.email, address },
    limits: noLimits,
    acting: { grantId: null, admin: nameOf(platform), reason, ticket: '', readOnly: false, endsAt: now() },
  };
}
