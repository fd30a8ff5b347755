import { type Day, isDay } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';

const most = 300;

/** Adds a dated remark that lies over every chart. `day` is a day in the tenant's zone. Errors: day_invalid, note_empty, text_too_long. */
export async function addNote(work: Work, { day, text }: { day: Day; text: string }): Promise<{ id: string }> {
  work.require('note.manage');
  if (!isDay(day)) throw new Refusal('day_invalid', 422, { value: day }, 'day');
  const trimmed = text.trim();
  if (!trimmed) throw new Refusal('note_empty', 422, {}, 'text');
  if (trimmed.length > most) throw new Refusal('text_too_long', 422, { most }, 'text');
  const [row] = await work.query<{ id: string }>(
    'insert into app.notes (tenant_id, day, text, created_by) values ($1, $2, $3, $4) returning id',
    [work.tenant.id, day, trimmed, `${work.actor.kind}:${work.actor.id}`],
  );
  const id = row!.id;
  await work.audit('note.added', { id }, { after: { day, text: trimmed } });
  return { id };
}
