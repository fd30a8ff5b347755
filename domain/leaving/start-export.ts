import { Refusal } from '../errors';
import type { Work } from '../work';

/**
 * Asks for a copy of all that the firm has; the worker makes it. One at a time. Open to owners while nothing else can be
 * changed (`stillOpen`). Refusals: forbidden, export_running.
 */
export async function startExport(work: Work): Promise<{ id: string }> {
  work.require('tenant.export');
  // Twice-clicked buttons wait for one another here.
  await work.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [work.tenant.id]);
  const [running] = await work.query(
    "select 1 from app.exports where tenant_id = $1 and status in ('queued', 'running')",
    [work.tenant.id],
  );
  if (running) throw new Refusal('export_running', 409);
  const [row] = await work.query<{ id: string }>(
    'insert into app.exports (tenant_id, requested_by, created_at) values ($1, $2, $3) returning id',
    [work.tenant.id, work.actor.name ?? work.actor.id, work.now],
  );
  await work.enqueue('tenant.export', { exportId: row!.id });
  await work.audit('tenant.export_started', { export: row!.id });
  return { id: row!.id };
}
