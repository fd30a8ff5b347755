import { read } from '@/app/access/read';
import { liveRun } from '@/app/feeds/live-run';
import { readerOf } from '@/app/shell/reader';
import { getRun } from '@/domain/ingest/read-runs';
import { workerIsAlive } from '@/domain/readiness/readiness';

/** How far a run is, for its page. */
export async function GET(_: Request, { params }: { params: Promise<{ tenant: string; run: string }> }) {
  const { tenant, run: id } = await params;
  const { run, entry, now } = await read(tenant, async (work, entry) => ({
    run: await getRun(work, id),
    entry,
    now: work.now,
  }));
  const away = !(await workerIsAlive());
  return Response.json(liveRun(await readerOf(entry), run, now, away), { headers: { 'cache-control': 'no-store' } });
}
