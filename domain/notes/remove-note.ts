import { notFound } from '../errors';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';

/** Removes a note; its text stays in the audit log. Error `not_found`. */
export async function removeNote(work: Work, id: string): Promise<void> {
  work.require('note.manage');
  const [row] = await work.query<{ day: string; text: string }>(
    `delete from app.notes where tenant_id = $1 and id::text = $2 and ($3::text is null or created_by = $3)
     returning day, text`,
    [work.tenant.id, id, isLimited(work) ? `${work.actor.kind}:${work.actor.id}` : null],
  );
  if (!row) throw notFound('note');
  await work.audit('note.removed', { id }, { before: row });
}
