import { notFound } from '../errors';
import { isLimited } from '../limits/limited';
import { type Order, ordered, pageOf } from '../ordered';
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

/** What runs can be ordered by. */
const runOrders = {
  when: { sql: 'r.created_at', type: 'timestamptz' },
  feed: { sql: 'lower(f.name)', type: 'text' },
  file: { sql: "lower(coalesce(r.source ->> 'name', r.kind))", type: 'text' },
  state: { sql: 'r.status', type: 'text' },
  read: { sql: 'r.read', type: 'bigint' },
  inserted: { sql: 'r.inserted', type: 'bigint' },
  updated: { sql: 'r.updated', type: 'bigint' },
  unchanged: { sql: 'r.unchanged', type: 'bigint' },
  rejected: { sql: 'r.rejected', type: 'bigint' },
} as const satisfies Record<string, Order>;

/**
 * Runs, newest first unless asked otherwise (`sort`, one of those that `sortable` names for this reader, `-` before it: largest first).
 * Refusal: `bad_cursor`.
 */
export async function listRuns(
  work: Work,
  input: { feedId?: string; limit?: number; sort?: string; cursor?: string } = {},
): Promise<{ data: RunSummary[]; next: string | null; sortable: readonly string[] }> {
  work.require('feed.read');
  const limit = Math.min(Math.max(input.limit ?? 20, 1), 200);
  const params: unknown[] = [work.tenant.id, input.feedId ? checkId(input.feedId, 'feed') : null, limit + 1];
  // Neither is a file's name told by its place in the list.
  const { file: _file, ...told } = runOrders;
  const orders = isLimited(work) ? told : runOrders;
  const { after, by, place } = ordered(orders, { sql: 'r.id', type: 'uuid' }, '-when', input, params);
  const rows = await work.query<RunSummary & { place: string }>(
    `select ${runColumns}, ${place} as place from app.runs r
     join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
     where r.tenant_id = $1 and ($2::uuid is null or r.feed_id = $2) and ${after} order by ${by} limit $3`,
    params,
  );
  const { data, next } = pageOf(rows, limit);
  return { data: data.map((run) => runSeen(work, run)), next, sortable: Object.keys(orders) };
}
