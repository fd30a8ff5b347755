import { Refusal } from '../errors';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';
import { getRun } from './read-runs';

export interface Reject {
  id: number;
  line: number;
  field: string | null;
  value: string | null;
  code: string;
  params: Record<string, string | number>;
  raw: Record<string, string>;
  status: 'open' | 'replayed' | 'superseded';
}

/**
 * The rejected rows of a run, in the file's order, all or those with a fault in one field ('': the whole row); of a replay, those of the run it replays. They are no records yet and belong to
 * no channel: readers with limits are refused (`limited`).
 */
export async function listRejects(
  work: Work,
  input: { runId: string; cursor?: string; limit?: number; status?: Reject['status']; field?: string },
): Promise<{ data: Reject[]; next: string | null }> {
  const run = await getRun(work, input.runId);
  if (isLimited(work)) throw new Refusal('limited', 403);
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 1000);
  const after = Number(input.cursor ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) throw new Refusal('bad_cursor', 422, {}, 'cursor');
  const rows = await work.query<Reject>(
    `select id, line, field, value, code, params, raw, status from app.rejects
     where tenant_id = $1 and run_id = $2 and id > $3 and ($5::text is null or status = $5)
       and ($6::text is null or coalesce(field, '') = $6) order by id limit $4`,
    [work.tenant.id, run.replayOf ?? run.id, after, limit + 1, input.status ?? null, input.field ?? null],
  );
  const data = rows.slice(0, limit);
  return { data, next: rows.length > limit ? String(data.at(-1)!.id) : null };
}
