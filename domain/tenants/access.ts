import { createHash } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import type { Mechanism } from '@/kpis/kpi';
import { now } from '@/lib/clock';
import { isChange, isStillOpen, type MemberRole, may, type Permission } from '../permissions';

declare const minted: unique symbol;
/** A checked uuid of a tenant. Only this module makes one. */
export type TenantId = string & { readonly [minted]: 'TenantId' };

export interface Tenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  /** IANA zone that cuts the firm's days. */
  readonly zone: string;
  /** ISO 4217 reporting currency. */
  readonly currency: string;
  readonly locale: 'zh-CN' | 'en';
  readonly standing: Standing;
}

/** How a firm stands with the platform. */
export interface Standing {
  readonly status: 'active' | 'suspended' | 'leaving';
  readonly reason: string | null;
  /** From when feeds stop and pages are read-only (suspended), or all is erased (leaving); null while active. */
  readonly bitesAt: Date | null;
}

export interface Actor {
  readonly kind: 'user' | 'key' | 'job';
  readonly id: string;
  readonly role: MemberRole;
  /** The person's address or the key's name, for the audit log. */
  readonly name?: string;
  /** Network address that the request came from. */
  readonly address?: string | null;
}

/** What a member is limited to; null: everything. */
export interface Limits {
  readonly channels: readonly string[] | null;
  readonly mechanisms: readonly Mechanism[] | null;
}
export const noLimits: Limits = { channels: null, mechanisms: null };

/** A platform admin's visit in a firm: who it really is, why, until when. */
export interface ActingFor {
  readonly grantId: string;
  readonly admin: string;
  readonly reason: string;
  readonly ticket: string;
  readonly readOnly: boolean;
  readonly endsAt: Date;
}

/** The right to work in one tenant as somebody, read from the database on this request. */
export interface Access {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly limits: Limits;
  readonly acting: ActingFor | null;
}

/** Why nothing may be changed just now; null: it may. */
export function readOnlyBecause({ tenant, acting }: Access): 'suspended' | 'leaving' | 'acting' | null {
  if (acting?.readOnly) return 'acting';
  const { status, bitesAt } = tenant.standing;
  if (status === 'leaving') return 'leaving';
  return status === 'suspended' && bitesAt !== null && bitesAt <= now() ? 'suspended' : null;
}

/** Whether the access opens this: by its role, and by what may be changed at present. What pages ask before they offer it. */
export function can(access: Access, permission: Permission): boolean {
  if (!may(access.actor.role, permission)) return false;
  if (!isChange(permission) || access.actor.kind === 'job') return true;
  const because = readOnlyBecause(access);
  return because === null || (because !== 'acting' && isStillOpen(permission));
}

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
    `select ${columns}, coalesce(g.role, m.role) as role, m.channels, m.mechanisms, u.email,
       g.id as grant_id, g.reason, g.ticket, g.read_only, g.ends_at
     from directory.tenants t
     join directory.users u on u.id = $1
     left join directory.memberships m on m.tenant_id = t.id and m.user_id = u.id
     left join lateral (select * from directory.act_as_grants a
       where a.tenant_id = t.id and a.admin_id = u.id and u.platform_admin and a.ended_at is null and a.ends_at > $3
       order by a.started_at desc limit 1) g on true
     where t.slug = $2 and (m.user_id is not null or g.id is not null)`,
    [userId, slug, now()],
  );
  if (!row) return null;
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

/** The tenants in which a person is a member, by name. */
export async function tenantsOfMember(userId: string): Promise<(TenantRow & { role: MemberRole })[]> {
  return directoryQuery(
    `select ${columns}, m.role from directory.tenants t
     join directory.memberships m on m.tenant_id = t.id where m.user_id = $1 order by t.name`,
    [userId],
  );
}

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** An API key's way into its tenant; null for a key that is unknown, over or revoked. */
export async function accessForKey(key: string, address: string | null = null): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow & { key_id: string; key_name: string; role: MemberRole }>(
    `with used as (update directory.api_keys set last_used_at = now() where hash = $1
       and (last_used_at is null or last_used_at < now() - interval '1 minute'))
     select ${columns}, k.id as key_id, k.name as key_name, k.role from directory.api_keys k
     join directory.tenants t on t.id = k.tenant_id
     where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)`,
    [hashKey(key), now()],
  );
  if (!row) return null;
  const { key_id, key_name, role } = row;
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
  return row ? asJob(row, job) : null;
}

/** The operator's way into a tenant from the command line; null for an unknown slug. */
export async function accessForOperator(slug: string): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow>(`select ${columns} from directory.tenants t where t.slug = $1`, [slug]);
  return row ? asJob(row, 'operator') : null;
}
