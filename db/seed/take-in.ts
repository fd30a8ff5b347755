import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectFeed } from '@/domain/feeds/connect-feed';
import { listFeeds } from '@/domain/feeds/read-feeds';
import { executeRun } from '@/domain/ingest/execute-run';
import { getRun, type RunSummary } from '@/domain/ingest/read-runs';
import { refreshStatistics } from '@/domain/ingest/refresh-statistics';
import { startRecordsRun, startRun } from '@/domain/ingest/start-run';
import { storeUpload } from '@/domain/ingest/uploads';
import type { Access } from '@/domain/tenants/access';
import { withTenant } from '@/domain/work';
import type { FeedPlan, Load } from './feed-plan';

const fileNameOf = (load: Load): string => (load.kind === 'file' ? load.fileName : `${load.record}.ndjson`);
const targetOf = (load: Load): string => (load.kind === 'file' ? load.mapping.target : load.record);
const bytesOf = (load: Load): Buffer =>
  load.kind === 'file' ? load.bytes : Buffer.from(load.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

/** Executes a run, or waits for the worker that already does. A run that failed is an error of the demo. */
async function finished(access: Access, runId: string): Promise<RunSummary> {
  await executeRun(access, runId);
  for (;;) {
    const run = await withTenant(access, (work) => getRun(work, runId));
    if (run.status === 'failed') throw new Error(`${run.feedName}: ${run.source?.name} failed: ${run.error?.code}`);
    if (run.status !== 'queued' && run.status !== 'running') return run;
    await sleep(200);
  }
}

/** The run that took in these very bytes earlier, when the seeding was interrupted after it. */
async function earlierRun(access: Access, feedId: string, bytes: Buffer): Promise<string | null> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [run] = await withTenant(access, (work) =>
    work.query<{ id: string }>(
      `select id from app.runs where tenant_id = $1 and feed_id = $2 and source ->> 'sha256' = $3 and status <> 'failed'
       order by created_at limit 1`,
      [work.tenant.id, feedId, sha256],
    ),
  );
  return run?.id ?? null;
}

async function startLoad(access: Access, feedId: string, load: Load, bytes: Buffer): Promise<string> {
  const upload = await storeUpload(access, { fileName: fileNameOf(load), body: Readable.from([bytes]) });
  const { runId } = await withTenant(access, (work) =>
    load.kind === 'file'
      ? startRun(work, { feedId, upload, mapping: load.mapping })
      : startRecordsRun(work, { feedId, record: load.record, upload }),
  );
  return runId;
}

/**
 * Connects a feed and takes in what it sends, through the same verbs as any upload. Safe to repeat: what came in before an
 * interruption is not sent again.
 */
export async function takeIn(access: Access, plan: FeedPlan): Promise<RunSummary[]> {
  const feed = await withTenant(
    access,
    async (work) =>
      (await listFeeds(work)).find((f) => f.name === plan.name) ??
      (await connectFeed(work, { connector: plan.connector, name: plan.name })),
  );
  const runs: RunSummary[] = [];
  for (const load of plan.loads) {
    const bytes = bytesOf(load);
    const runId = (await earlierRun(access, feed.id, bytes)) ?? (await startLoad(access, feed.id, load, bytes));
    runs.push(await finished(access, runId));
    // A load that follows within seconds would be planned as if the tables were as they were before.
    await refreshStatistics(access, targetOf(load));
  }
  return runs;
}
