import { type Order, ordered, pageOf } from '../ordered';
import type { Work } from '../work';
import { type RejectScope, rejectsOf } from './rejects-of';

export interface Reject {
  id: number;
  runId: string;
  line: number;
  field: string | null;
  value: string | null;
  code: string;
  params: Record<string, string | number>;
  /** The cells, in the order of the file's columns, save that headers which are whole numbers come first. */
  raw: Record<string, string>;
  status: 'open' | 'replayed' | 'superseded';
}

/** What rows kept aside can be ordered by; `line` is the order in which they came. */
export const rejectOrders = {
  line: { sql: 'id', type: 'bigint' },
  reason: { sql: "code || ' ' || coalesce(field, '')", type: 'text' },
  value: { sql: "left(coalesce(value, ''), 100)", type: 'text' },
  state: { sql: 'status', type: 'text' },
} as const satisfies Record<string, Order>;

/**
 * Rows kept aside of a run, or those of a feed that are still open, as they came unless asked otherwise (`sort`, one of
 * rejectOrders): all, or those with a fault in one field ('': the whole row). Refusals as of rejectsOf, `bad_cursor`.
 */
export async function listRejects(
  work: Work,
  input: RejectScope & { sort?: string; cursor?: string; limit?: number; status?: Reject['status']; field?: string },
): Promise<{ data: Reject[]; next: string | null }> {
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 1000);
  const params: unknown[] = [work.tenant.id];
  const of = await rejectsOf(work, input, params);
  const { after, by, place } = ordered(rejectOrders, { sql: 'id', type: 'bigint' }, 'line', input, params);
  const bind = (value: unknown) => `$${params.push(value ?? null)}::text`;
  const [status, field] = [bind(input.status), bind(input.field)];
  const rows = await work.query<Reject & { place: string }>(
    `select id, run_id as "runId", line, field, value, code, params, raw, status, ${place} as place from app.rejects
     where tenant_id = $1 and ${of} and (${status} is null or status = ${status})
       and (${field} is null or coalesce(field, '') = ${field}) and ${after} order by ${by} limit ${limit + 1}`,
    params,
  );
  return pageOf(rows, limit);
}
