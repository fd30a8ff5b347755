import { directoryQuery } from '@/db/client';
import type { PlatformAccess } from './access';
import type { FeedLine } from './summary';

export type FeedAtDesk = FeedLine & { slug: string; tenant: string; asOf: Date };

const isPaused = "f.feed ->> 'status' = 'paused'";
const isFresh = (freshness: string): string => `f.feed ->> 'freshness' = '${freshness}' and not ${isPaused}`;

/** How a feed may stand, with the condition of each. */
const states = {
  failed: "coalesce(f.feed -> 'lastRun' ->> 'status', '') = 'failed'",
  silent: isFresh('silent'),
  late: isFresh('late'),
  fresh: isFresh('fresh'),
  past: isFresh('past'),
  empty: isFresh('empty'),
  paused: isPaused,
} as const;
export type FeedState = keyof typeof states;
export const feedStates = Object.keys(states) as FeedState[];

/** What the desk's feeds can be sorted by, with the expression of each. */
const orders = {
  name: "lower(f.feed ->> 'name')",
  tenant: 'lower(t.name)',
  until: "f.feed ->> 'watermark'",
  run: "f.feed -> 'lastRun' ->> 'at'",
  rejects: "(f.feed ->> 'openRejects')::bigint",
  kind: "f.feed ->> 'connector'",
} as const;
export const deskFeedOrders: readonly string[] = Object.keys(orders);

/** Those with trouble first; then by the order that was asked for. */
function orderOf(sort = ''): string {
  const name = sort.replace(/^-/, '');
  if (!Object.hasOwn(orders, name))
    return `(${states.failed} or ${states.silent} or ${states.late}) desc, ${orders.until}`;
  return `${orders[name as keyof typeof orders]} ${sort.startsWith('-') ? 'desc' : 'asc'}`;
}

export const feedsPerPage = 50;

const source = `from directory.tenant_summaries s join directory.tenants t on t.id = s.tenant_id
  cross join lateral jsonb_array_elements(s.feeds) as f(feed)
  where ($1 = '' or strpos(lower(t.name), $1) > 0 or strpos(t.slug, $1) > 0 or strpos(lower(f.feed ->> 'name'), $1) > 0)`;
const sought = (search = ''): string => search.trim().toLowerCase().slice(0, 100);

/**
 * Feeds of all firms, a page at a time: first what failed, fell silent or is late, then the others, each by how long there
 * is no news; or as `sort` asks, one of deskFeedOrders. One query, of the directory alone.
 */
export async function listFeedsAtDesk(
  _platform: PlatformAccess,
  input: { search?: string; state?: FeedState; sort?: string; page?: number } = {},
): Promise<FeedAtDesk[]> {
  const { search, state, sort, page = 1 } = input;
  const rows = await directoryQuery<{ feed: FeedLine; slug: string; tenant: string; asOf: Date }>(
    `select f.feed, t.slug, t.name as tenant, s.as_of as "asOf" ${source} and ${state ? `(${states[state]})` : 'true'}
     order by ${orderOf(sort)} nulls last, t.slug, f.feed ->> 'name', f.feed ->> 'id' limit ${feedsPerPage} offset $2`,
    [sought(search), (Math.max(1, page) - 1) * feedsPerPage],
  );
  return rows.map(({ feed, slug, tenant, asOf }) => ({ ...feed, slug, tenant, asOf }));
}

/** How many feeds there are, of firms or feeds of this name, and of them by state. */
export async function countFeedsAtDesk(
  _platform: PlatformAccess,
  search?: string,
): Promise<Record<FeedState | 'all', number>> {
  const counts = feedStates.map((name) => `count(*) filter (where ${states[name]})::int as ${name}`);
  const [row] = await directoryQuery<Record<FeedState | 'all', number>>(
    `select count(*)::int as "all", ${counts.join(', ')} ${source}`,
    [sought(search)],
  );
  return row!;
}
