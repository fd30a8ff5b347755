import { directoryQuery } from '@/db/client';
import type { Standing } from '../tenants/access';
import type { PlatformAccess } from './access';

const troubles = `coalesce(s.late_feeds, 0) + coalesce(jsonb_array_length(s.failed_runs), 0) + coalesce(s.failed_digests, 0)`;

/** What the table of firms can be sorted by, with the expression of each. */
const orders = {
  trouble: `(${troubles})`,
  name: 'lower(t.name)',
  feeds: 'coalesce(jsonb_array_length(s.feeds), 0)',
  until: 's.data_until',
  rows: 'coalesce(s.rows, 0)',
  seen: 'm.seen',
} as const;
export type TenantOrder = keyof typeof orders;
export const isTenantOrder = (text: unknown): text is TenantOrder =>
  typeof text === 'string' && Object.hasOwn(orders, text);

/** Some of the firms, with the condition of each. */
const filters = {
  trouble: `${troubles} > 0`,
  suspended: "t.status = 'suspended'",
  leaving: "t.status = 'leaving'",
} as const;
export type TenantFilter = keyof typeof filters;
export const tenantFilters = Object.keys(filters) as TenantFilter[];

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
  failedDigests: number;
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

const found = "($1 = '' or strpos(lower(t.name), $1) > 0 or strpos(t.slug, $1) > 0)";
const sought = (search = ''): string => search.trim().toLowerCase().slice(0, 100);

/**
 * Firms with what the desk must know of each, a page at a time; those with the most trouble first unless asked otherwise. One
 * query, of the directory alone.
 */
export const listTenantsAtDesk = (
  _platform: PlatformAccess,
  input: { search?: string; filter?: TenantFilter; order?: TenantOrder; descending?: boolean; page?: number } = {},
): Promise<TenantRow[]> => {
  const { search, filter, order = 'trouble', descending = true, page = 1 } = input;
  return directoryQuery<TenantRow>(
    `select t.id, t.slug, t.name, t.plan, t.status, t.status_bites_at as "bitesAt", t.created_at as "createdAt",
       m.members, m.seen as "seenAt", coalesce(jsonb_array_length(s.feeds), 0) as feeds, coalesce(s.late_feeds, 0) as "lateFeeds",
       coalesce(jsonb_array_length(s.failed_runs), 0) as "failedRuns", coalesce(s.failed_digests, 0) as "failedDigests",
       coalesce(s.rows, 0) as rows, coalesce(s.upload_bytes, 0) as "uploadBytes", s.data_until as "dataUntil", s.as_of as "asOf"
     from directory.tenants t
     left join directory.tenant_summaries s on s.tenant_id = t.id
     left join lateral (select count(*)::int as members, greatest(max(x.last_seen_at), max(u.seen)) as seen
       from directory.memberships x left join lateral (select max(last_seen_at) as seen from directory.sessions y
         where y.user_id = x.user_id) u on true where x.tenant_id = t.id) m on true
     where ${found} and ${filter ? filters[filter] : 'true'}
     order by ${orders[order]} ${descending ? 'desc nulls last' : 'asc nulls first'}, lower(t.name), t.slug
     limit ${tenantsPerPage} offset $2`,
    [sought(search), (Math.max(1, page) - 1) * tenantsPerPage],
  );
};

/** How many firms of this name there are, and of them by filter. */
export async function countTenantsAtDesk(
  _platform: PlatformAccess,
  search?: string,
): Promise<Record<TenantFilter | 'all', number>> {
  const counts = tenantFilters.map((name) => `count(*) filter (where ${filters[name]})::int as ${name}`);
  const [row] = await directoryQuery<Record<TenantFilter | 'all', number>>(
    `select count(*)::int as "all", ${counts.join(', ')} from directory.tenants t
     left join directory.tenant_summaries s on s.tenant_id = t.id where ${found}`,
    [sought(search)],
  );
  return row!;
}
