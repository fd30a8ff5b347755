import type { Mechanism } from '@/kpis/kpi';
import { now } from '@/lib/clock';
import { isOpenWithin } from '../limits/limited';
import { isChange, isOpenToVisitors, isStillOpen, type MemberRole, may, type Permission } from '../permissions';

declare const minted: unique symbol;
/** A checked uuid of a tenant. Only ways-in.ts makes one. */
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
  /** Null: no visit, but one deed at the platform's desk. */
  readonly grantId: string | null;
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

/** Whether a suspension's grace is over: pages are read-only, feeds and digests stand still. */
export const isHeld = ({ standing: { status, bitesAt } }: Tenant): boolean =>
  status === 'suspended' && bitesAt !== null && bitesAt <= now();

/** Why nothing may be changed just now; null: it may. */
export function readOnlyBecause({ tenant, acting }: Access): 'suspended' | 'leaving' | 'acting' | null {
  if (acting?.readOnly) return 'acting';
  if (tenant.standing.status === 'leaving') return 'leaving';
  return isHeld(tenant) ? 'suspended' : null;
}

/** Whether the access opens this: by its role, and by what may be changed at present. What pages ask before they offer it. */
export function can(access: Access, permission: Permission): boolean {
  if (!may(access.actor.role, permission) || !isOpenWithin(access, permission)) return false;
  if (access.acting && !isOpenToVisitors(permission)) return false;
  if (!isChange(permission) || access.actor.kind === 'job') return true;
  const because = readOnlyBecause(access);
  return because === null || (because !== 'acting' && isStillOpen(permission));
}
