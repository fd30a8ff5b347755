import type { Day } from '@/lib/day';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';

export interface Note {
  id: string;
  day: Day;
  text: string;
}

/**
 * Notes of the days `from` to `to`, both included, oldest first. Nobody can tell of which channel a note speaks: readers with
 * limits get their own only.
 */
export async function listNotes(work: Work, { from, to }: { from: Day; to: Day }): Promise<Note[]> {
  work.require('measurement.read');
  return work.query<Note>(
    `select id, day, text from app.notes where tenant_id = $1 and day between $2 and $3 and ($4::text is null or created_by = $4)
     order by day, created_at, id`,
    [work.tenant.id, from, to, isLimited(work) ? `${work.actor.kind}:${work.actor.id}` : null],
  );
}
