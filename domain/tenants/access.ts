import { createHash } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import type { MemberRole } from '../permissions';

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
}

export interface Actor {
  readonly kind: 'user' | 'key' | 'job';
  readonly id: string;
  readonly role: MemberRole;
}

/** The right to work in one tenant as somebody, read from the database on this request. */
export interface Access {
  readonly tenant: Tenant;
  readonly actor: Actor;
}

interface TenantRow {
  id: string;
  slug: string;
  name: string;
  zone: string;
  currency: string;
  locale: string;
}

const columns = 't.id, t.slug, t.name, t.zone, t.currency, t.locale';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function mint(row: TenantRow): Tenant {
  if (!uuid.test(row.id)) throw new Error('a tenant id is not a uuid');
  return { ...row, id: row.id as TenantId, locale: row.locale === 'en' ? 'en' : 'zh-CN' };
}

/** A person's way into a tenant; null when there is no such tenant or no membership (the caller cannot tell which). */
export async function accessForMember(userId: string, slug: string): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow & { role: MemberRole }>(
    `select ${columns}, m.role from directory.tenants t
     join directory.memberships m on m.tenant_id = t.id where t.slug = $1 and m.user_id = $2`,
    [slug, userId],
  );
  if (!row) return null;
  const { role, ...tenant } = row;
  return { tenant: mint(tenant), actor: { kind: 'user', id: userId, role } };
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

/** An API key's way into its tenant; null for an unknown key. */
export async function accessForKey(key: string): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow & { key_id: string; role: MemberRole }>(
    `with used as (update directory.api_keys set last_used_at = now() where hash = $1
       and (last_used_at is null or last_used_at < now() - interval '1 minute'))
     select ${columns}, k.id as key_id, k.role from directory.api_keys k
     join directory.tenants t on t.id = k.tenant_id where k.hash = $1`,
    [hashKey(key)],
  );
  if (!row) return null;
  const { key_id, role, ...tenant } = row;
  return { tenant: mint(tenant), actor: { kind: 'key', id: key_id, role } };
}

/** A worker's way into a tenant, as owner of its data; null when the tenant is gone. `job` is named in the audit. */
export async function accessForJob(tenantId: string, job: string): Promise<Access | null> {
  if (!uuid.test(tenantId)) return null;
  const [row] = await directoryQuery<TenantRow>(`select ${columns} from directory.tenants t where t.id = $1`, [
    tenantId,
  ]);
  return row ? { tenant: mint(row), actor: { kind: 'job', id: job, role: 'owner' } } : null;
}

/** The operator's way into a tenant from the command line; null for an unknown slug. */
export async function accessForOperator(slug: string): Promise<Access | null> {
  const [row] = await directoryQuery<TenantRow>(`select ${columns} from directory.tenants t where t.slug = $1`, [slug]);
  return row ? { tenant: mint(row), actor: { kind: 'job', id: 'operator', role: 'owner' } } : null;
}
