import { directoryQuery } from '@/db/client';
import type { Standing } from '../tenants/access';
import type { PlatformAccess } from './access';

/** What the table of firms can be sorted by, with the expression of each. */
const orders = {
  name: 'lower(t.name)',
  members: 'm.members',
  feeds: 'jsonb_array_length(s.feeds)',
  rows: 's.rows',
  uploads: 's.upload_bytes',
  until: 's.data_until',
  seen: 'm.seen',
  trouble: '(coalesce(s.late_feeds, 0) + coalesce(jsonb_array_length(s.failed_runs), 0))',
  created: 't.created_at',
} as const;
export type TenantOrder = keyof typeof orders;
export const isTenantOrder = (text: unknown): text is TenantOrder =>
  typeof text === 'string' && Object.hasOwn(orders, text);

export const tenantFilters = ['active', 'suspended', 'leaving', 'trouble'] as const;
export type TenantFilter = (typeof tenantFilters)[number];

export interface TenantRow {
  id: string;
  slug: string;
  name: string;
  plan: string;
  status: Standing['status'];
  bitesAt: Date | null;
  members: number;
  feeds: number;
  lateFeeds: number;
  failedRuns: number;
  openRejects: number;
  /** Rows that runs have added. */
  rows: number;
  uploadBytes: number;
  /** The latest event that a feed has brought. */
  dataUntil: Date | null;
  /** When a member last was there. */
  seenAt: Date | null;
  createdAt: Date;
  /** Of when the figures are; null: none yet. */
  asOf: Date | null;
}

export const tenantsPerPage = 50;

/** Firms with what the desk must know of each, a page at a time, and how many there are. One query, of the directory alone. */
export async function listTenantsAtDesk(
  _platform: PlatformAccess,
  input: { search?: string; filter?: TenantFilter; order?: TenantOrder; descending?: boolean; page?: number } = {},
): Promise<{ rows: TenantRow[]; total: number }> {
  const { search = '', filter, order = 'name', descending = false, page = 1 } = input;
  const rows = await directoryQuery<TenantRow & { total: number }>(
    `select t.id, t.slug, t.name, t.plan, t.status, t.status_bites_at as "bitesAt", t.created_at as "createdAt",
       m.members, m.seen as "seenAt", coalesce(jsonb_array_length(s.feeds), 0) as feeds, coalesce(s.late_feeds, 0) as "lateFeeds",
       coalesce(jsonb_array_length(s.failed_runs), 0) as "failedRuns", coalesce(s.open_rejects, 0) as "openRejects",
       coalesce(s.rows, 0) as rows, coalesce(s.upload_bytes, 0) as "uploadBytes", s.data_until as "dataUntil", s.as_of as "asOf",
       count(*) over ()::int as total
     from directory.tenants t
     left join directory.tenant_summaries s on s.tenant_id = t.id
     left join lateral (select count(*)::int as members, greatest(max(x.last_seen_at), max(u.seen)) as seen
       from directory.memberships x left join lateral (select max(last_seen_at) as seen from directory.sessions y
         where y.user_id = x.user_id) u on true where x.tenant_id = t.id) m on true
     where ($1 = '' or strpos(lower(t.name), $1) > 0 or strpos(t.slug, $1) > 0)
       and ($2::text is null or t.status = $2 or ($2 = 'trouble' and (s.late_feeds > 0 or jsonb_array_length(s.failed_runs) > 0)))
     order by ${orders[order]} ${descending ? 'desc nulls last' : 'asc nulls first'}, t.slug
     limit ${tenantsPerPage} offset $3`,
    [search.trim().toLowerCase().slice(0, 100), filter ?? null, (Math.max(1, page) - 1) * tenantsPerPage],
  );
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
