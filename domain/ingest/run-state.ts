import type { Work } from '../work';
import type { Mapping } from './mapping';

export interface RunRow {
  id: string;
  feed_id: string;
  kind: 'file' | 'records' | 'replay';
  status: string;
  source: { path: string; name: string; size: number; sha256: string } | null;
  mapping: Mapping;
  replay_of: string | null;
  cursor: number;
}

/** Takes a run up: queued becomes running; one that is running goes on. Null when it has ended or is not there. */
export async function takeRun(work: Work, runId: string): Promise<RunRow | null> {
  const [run] = await work.query<RunRow>(
    `update app.runs set status = 'running', started_at = coalesce(started_at, $3)
     where tenant_id = $1 and id = $2 and status in ('queued', 'running')
     returning id, feed_id, kind, status, source, mapping, replay_of, cursor`,
    [work.tenant.id, runId, work.now],
  );
  return run ?? null;
}

/** Ends a run: failed with a reason, partial when rows were kept aside, else succeeded. What was committed stays. */
export async function finishRun(
  work: Work,
  runId: string,
  error: { code: string; params: Record<string, string | number> } | null,
): Promise<void> {
  const ended = await work.query<{ status: string }>(
    `update app.runs set finished_at = $3, error = $4, progress = case when $4::jsonb is null then 1 else progress end,
       status = case when $4::jsonb is not null then 'failed' when rejected > 0 then 'partial' else 'succeeded' end
     where tenant_id = $1 and id = $2 and status in ('queued', 'running') returning status`,
    [work.tenant.id, runId, work.now, error ? JSON.stringify(error) : null],
  );
  if (!ended.length) return;
  await work.audit('run.finished', { runId, status: ended[0]!.status, ...(error ? { error: error.code } : {}) });
  await work.enqueue('measurements.refresh', {});
}

/** Another process is further with this run; this one stops and leaves it to the other. */
export class RunTaken extends Error {}

/**
 * Begins a page of a run. One page of a tenant is written at a time: two that know nothing of one another could each settle
 * rows, or mark days, without the other's rows in sight, and whichever related row came last would go unseen.
 *
 * Its commit does not wait for the disk. Should the machine break, its rows, counts and cursor are gone together and the run
 * goes on from the page before; whatever commits later, the run's end at the latest, is on disk only with all before it.
 *
 * Throws RunTaken when the cursor is not where this process left it, before anything is written: a first load looks for no row
 * that could be there, and would meet those of the other process.
 */
export async function beginPage(work: Work, run: RunRow, from: number): Promise<void> {
  await work.query(
    "select pg_advisory_xact_lock(hashtextextended($1, 2)), set_config('synchronous_commit', 'off', true)",
    [work.tenant.id],
  );
  const there = await work.query('select from app.runs where tenant_id = $1 and id = $2 and cursor = $3', [
    work.tenant.id,
    run.id,
    from,
  ]);
  if (!there.length) throw new RunTaken();
}

/** Counts of one page, and how far it read. */
export interface PageCounts {
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  cursor: number;
  progress: number;
}

/** Adds a page's counts to the run, in the page's transaction. Throws RunTaken when the run has ended, or its cursor moved. */
export async function advanceRun(work: Work, run: RunRow, from: number, page: PageCounts): Promise<void> {
  const moved = await work.execute(
    `update app.runs set read = read + $4, inserted = inserted + $5, updated = updated + $6, unchanged = unchanged + $7,
       rejected = rejected + $8, cursor = $9, progress = $10
     where tenant_id = $1 and id = $2 and cursor = $3 and status = 'running'`,
    [
      work.tenant.id,
      run.id,
      from,
      page.read,
      page.inserted,
      page.updated,
      page.unchanged,
      page.rejected,
      page.cursor,
      page.progress,
    ],
  );
  if (moved !== 1) throw new RunTaken();
}
