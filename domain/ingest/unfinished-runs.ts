import type { Work } from '../work';

/** Runs that wait or are being read; executing one again is harmless at every point. */
export async function unfinishedRuns(work: Work): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    "select id from app.runs where tenant_id = $1 and status in ('queued', 'running') order by created_at limit 200",
    [work.tenant.id],
  );
  return rows.map((row) => row.id);
}
