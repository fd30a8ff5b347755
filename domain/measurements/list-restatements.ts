import type { Day } from '@/lib/day';
import { isLimited, kpisSeen } from '../limits/limited';
import type { Work } from '../work';
import { kpiNamed } from './reading';

export interface Restatement {
  id: number;
  kpi: string;
  window: string;
  day: Day;
  before: number | null;
  after: number | null;
  at: Date;
  /** The definition whose coming changed it, where none of the rows did. */
  definition: number | null;
  /** The runs whose rows changed it. */
  runs: { id: string; feedName: string; fileName: string | null }[];
}

/** What changed closed values, newest first. They are firm-wide: none for readers who are limited to some channels. */
export async function listRestatements(
  work: Work,
  input: { kpi?: string; limit?: number } = {},
): Promise<Restatement[]> {
  work.require('measurement.read');
  const only = input.kpi ? [kpiNamed(work, input.kpi)] : work.limits.mechanisms ? kpisSeen(work) : null;
  if (work.limits.channels !== null) return [];
  const found = await work.query<Restatement>(
    `select s.id, s.kpi, s."window", s.day, s.before, s.after, s.at, s.definition,
       coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'feedName', f.name, 'fileName', r.source ->> 'name'))
         from app.runs r join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
         where r.tenant_id = $1 and s.run_ids ? r.id::text), '[]') as runs
     from app.restatements s where s.tenant_id = $1 and ($2::text[] is null or s.kpi = any($2)) order by s.at desc, s.id desc limit $3`,
    [work.tenant.id, only?.map((k) => k.code) ?? null, Math.min(input.limit ?? 20, 200)],
  );
  if (!isLimited(work)) return found;
  return found.map((one) => ({ ...one, runs: one.runs.map((run) => ({ ...run, fileName: null })) }));
}
