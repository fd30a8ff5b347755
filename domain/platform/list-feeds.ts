import { directoryQuery } from '@/db/client';
import type { PlatformAccess } from './access';
import type { FeedLine } from './summary';

export type FeedAtDesk = FeedLine & { slug: string; tenant: string; asOf: Date };

export const feedStates = ['late', 'silent', 'failed', 'past', 'empty', 'fresh', 'paused'] as const;
export type FeedState = (typeof feedStates)[number];
const most = 200;

/**
 * Feeds of all firms, the longest without news first; those that have never brought anything come last. At most 200, and
 * how many there are. One query, of the directory alone.
 */
export async function listFeedsAtDesk(
  _platform: PlatformAccess,
  input: { search?: string; state?: FeedState } = {},
): Promise<{ rows: FeedAtDesk[]; total: number }> {
  const rows = await directoryQuery<{ feed: FeedLine; slug: string; tenant: string; asOf: Date; total: number }>(
    `select f.feed, t.slug, t.name as tenant, s.as_of as "asOf", count(*) over ()::int as total
     from directory.tenant_summaries s join directory.tenants t on t.id = s.tenant_id
     cross join lateral jsonb_array_elements(s.feeds) as f(feed)
     where ($1 = '' or strpos(lower(t.name), $1) > 0 or strpos(t.slug, $1) > 0 or strpos(lower(f.feed ->> 'name'), $1) > 0)
       and ($2::text is null or case $2 when 'failed' then f.feed -> 'lastRun' ->> 'status' = 'failed'
         when 'paused' then f.feed ->> 'status' = 'paused'
         else f.feed ->> 'freshness' = $2 and f.feed ->> 'status' = 'active' end)
     order by (f.feed ->> 'status' = 'paused'), f.feed ->> 'watermark' nulls last, t.slug, f.feed ->> 'name' limit ${most}`,
    [(input.search ?? '').trim().toLowerCase().slice(0, 100), input.state ?? null],
  );
  return {
    rows: rows.map(({ feed, slug, tenant, asOf }) => ({ ...feed, slug, tenant, asOf })),
    total: rows[0]?.total ?? 0,
  };
}
