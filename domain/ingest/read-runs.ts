import { notFound, Refusal } from '../errors';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';

export interface RunSummary {
  id: string;
  feedId: string;
  feedName: string;
  kind: 'file' | 'records' | 'replay';
  status: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed';
  /** Rows. read = inserted + updated + unchanged + rejected. */
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  openRejects: number;
  /** 0–1. */
  progress: number;
  source: { name: string; size: number } | null;
  error: { code: string; params: Record<string, string | number> } | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  replayOf: string | null;
}

/** The columns of a RunSummary; `r` is app.runs, `f` app.feeds. */
export const runColumns = `r.id, r.feed_id as "feedId", f.name as "feedName", r.kind, r.status, r.read, r.inserted, r.updated,
  r.unchanged, r.rejected, r.progress, r.error, r.created_at as "createdAt", r.started_at as "startedAt",
  r.finished_at as "finishedAt", r.replay_of as "replayOf",
  case when r.source is not null then jsonb_build_object('name', r.source ->> 'name', 'size', (r.source ->> 'size')::bigint) end as source,
  (select count(*)::int from app.rejects j where j.tenant_id = r.tenant_id and j.run_id = coalesce(r.replay_of, r.id)
     and j.status = 'open') as "openRejects"`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses what cannot be an id as if it were not there. */
export function checkId(id: string, what: string): string {
  if (!uuid.test(id)) throw notFound(what);
  return id;
}

/** A run as somebody may see it: to readers with limits a file's name and what stood in it are not told. */
export const runSeen = <R extends Pick<RunSummary, 'source' | 'error'>>(work: Work, run: R): R =>
  isLimited(work) ? { ...run, source: null, error: run.error && { ...run.error, params: {} } } : run;

/** One run. */
export async function getRun(work: Work, id: string): Promise<RunSummary> {
  work.require('feed.read');
  const [run] = await work.query<RunSummary>(
    `select ${runColumns} from app.runs r join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
     where r.tenant_id = $1 and r.id = $2`,
    [work.tenant.id, checkId(id, 'run')],
  );
  if (!run) throw notFound('run');
  return runSeen(work, run);
}

/** Runs, newest first. `next` is the `before` of the next page. */
export async function listRuns(
  work: Work,
  input: { feedId?: string; limit?: number; before?: string } = {},
): Promise<{ data: RunSummary[]; next: string | null }> {
  work.require('feed.read');
  const limit = Math.min(Math.max(input.limit ?? 20, 1), 200);
  const [before, beforeId] = input.before?.split('~') ?? [];
  if (before !== undefined && (Number.isNaN(Date.parse(before)) || (beforeId !== undefined && !uuid.test(beforeId))))
    throw new Refusal('bad_cursor', 422, {}, 'cursor');
  const rows = await work.query<RunSummary & { cursor: string }>(
    `select ${runColumns}, r.created_at::text || '~' || r.id as cursor from app.runs r
     join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
     where r.tenant_id = $1 and ($2::uuid is null or r.feed_id = $2) and ($3::timestamptz is null or r.created_at < $3 or (r.created_at = $3 and r.id < $5::uuid))
     order by r.created_at desc, r.id desc limit $4`,
    [work.tenant.id, input.feedId ? checkId(input.feedId, 'feed') : null, before ?? null, limit + 1, beforeId ?? null],
  );
  const data = rows.slice(0, limit);
  const next = rows.length > limit ? data.at(-1)!.cursor : null;
  return { data: data.map(({ cursor: _cursor, ...run }) => runSeen(work, run)), next };
}
