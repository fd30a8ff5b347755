import { directoryQuery } from '@/db/client';
import { type Freshness, isLate } from '../feeds/freshness';
import { listFeeds } from '../feeds/read-feeds';
import type { Work } from '../work';

/** A feed as the desk knows it. Instants as ISO 8601. */
export interface FeedLine {
  id: string;
  name: string;
  connector: string;
  status: 'active' | 'paused';
  freshness: Freshness;
  watermark: string | null;
  openRejects: number;
  lastRun: { id: string; status: string; at: string; error: string | null } | null;
}

export interface FailedRun {
  id: string;
  feed: string;
  at: string;
  /** errors.<code> */
  code: string;
}

interface Figures {
  open_runs: number;
  failed_runs: FailedRun[];
  rows: number;
  rows_30d: number;
  upload_bytes: number;
  failed_digests: number;
}

/**
 * Counts what the platform's desk shows of this firm (feeds, lag, failures, usage; nothing of its trade) and keeps it in the
 * directory, so that the desk never enters a firm to draw its tables.
 */
export async function keepSummary(work: Work): Promise<void> {
  const feeds = (await listFeeds(work)).map((feed): FeedLine & { latest: number } => {
    const latest = Math.max(0, ...feed.records.map((r) => r.watermark?.getTime() ?? 0));
    const run = feed.lastRun;
    return {
      id: feed.id,
      name: feed.name,
      connector: feed.connector,
      status: feed.status,
      freshness: feed.freshness,
      watermark: latest ? new Date(latest).toISOString() : null,
      openRejects: feed.openRejects,
      lastRun: run && {
        id: run.id,
        status: run.status,
        at: (run.finishedAt ?? run.createdAt).toISOString(),
        error: run.error?.code ?? null,
      },
      latest,
    };
  });
  const [figures] = await work.query<Figures>(
    `select count(*) filter (where status in ('queued', 'running'))::int as open_runs,
       coalesce(sum(inserted), 0)::bigint as rows,
       coalesce(sum(inserted) filter (where created_at > $2::timestamptz - interval '30 days'), 0)::bigint as rows_30d,
       coalesce((select sum(size) from (select distinct source ->> 'path', (source ->> 'size')::bigint as size
          from app.runs where tenant_id = $1 and source is not null) u), 0)::bigint as upload_bytes,
       (select count(*)::int from app.digest_deliveries where tenant_id = $1 and status = 'failed'
          and created_at > $2::timestamptz - interval '7 days') as failed_digests,
       coalesce((select jsonb_agg(f) from (select r.id, d.name as feed, r.finished_at as at, r.error ->> 'code' as code
          from app.runs r join app.feeds d on d.tenant_id = r.tenant_id and d.id = r.feed_id
          where r.tenant_id = $1 and r.status = 'failed' and r.finished_at > $2::timestamptz - interval '7 days'
          order by r.finished_at desc limit 20) f), '[]') as failed_runs
     from app.runs where tenant_id = $1`,
    [work.tenant.id, work.now],
  );
  const latest = Math.max(0, ...feeds.map((feed) => feed.latest));
  const late = feeds.filter(isLate);
  await directoryQuery(
    `insert into directory.tenant_summaries (tenant_id, as_of, feeds, data_until, late_feeds, open_rejects, open_runs, failed_runs,
       rows, rows_30d, upload_bytes, failed_digests)
     select t.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from directory.tenants t where t.id = $1
     on conflict (tenant_id) do update set as_of = excluded.as_of, feeds = excluded.feeds, data_until = excluded.data_until,
       late_feeds = excluded.late_feeds, open_rejects = excluded.open_rejects, open_runs = excluded.open_runs,
       failed_runs = excluded.failed_runs, rows = excluded.rows, rows_30d = excluded.rows_30d,
       upload_bytes = excluded.upload_bytes, failed_digests = excluded.failed_digests`,
    [
      work.tenant.id,
      work.now,
      JSON.stringify(feeds.map(({ latest: _latest, ...feed }) => feed)),
      latest ? new Date(latest) : null,
      late.length,
      feeds.reduce((sum, feed) => sum + feed.openRejects, 0),
      figures!.open_runs,
      JSON.stringify(figures!.failed_runs),
      figures!.rows,
      figures!.rows_30d,
      figures!.upload_bytes,
      figures!.failed_digests,
    ],
  );
}
