import { type Day, isDay } from '@/lib/day';

import { Refusal } from '../errors';
import type { Work } from '../work';

/** Which entries; what is left out is not asked for. */
export interface EntryFilter {
  /** As entries name them: `user:<id>`, `key:<id>`, `job:<name>`. */
  actor?: string;
  /** A fact (`feed.changed`) or the noun of some (`feed`). */
  fact?: string;
  /** Days by the firm's zone, both included. */
  from?: Day;
  to?: Day;
  /** Stands somewhere in who, what, before or after. */
  text?: string;
}

export interface AuditEntry {
  id: number;
  at: Date;
  actor: { kind: string; id: string; name: string | null };
  /** The platform's admin who acted for the firm, if one did. */
  actingAdmin: string | null;
  address: string | null;
  fact: string;
  detail: Record<string, unknown>;
  before: unknown;
  after: unknown;
}

type Row = Omit<AuditEntry, 'actor'> & { actor: string; name: string | null };

/**
 * The next entries, newest first. `cursor` is the `next` of the page before.
 * Refusals: forbidden, bad_cursor, day_invalid, days_reversed.
 */
export async function listEntries(
  work: Work,
  input: EntryFilter & { cursor?: string; limit?: number } = {},
): Promise<{ data: AuditEntry[]; next: string | null }> {
  work.require('audit.read');
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 1000);
  const params: unknown[] = [work.tenant.id];
  const bind = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  const where = ['e.tenant_id = $1', ...conditions(work, input, bind)];
  if (input.cursor !== undefined) {
    const [at, id] = placeOf(input.cursor);
    where.push(`(e.at, e.id) < (${bind(at, 'timestamptz')}, ${bind(id, 'bigint')})`);
  }
  const rows = await work.query<Row & { place: string }>(
    `select e.id, e.at, e.actor, e.actor_name as name, e.acting_admin as "actingAdmin", e.address, e.fact, e.detail, e.before, e.after,
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
     from app.audit_entries e where ${where.join(' and ')} order by e.at desc, e.id desc limit ${bind(limit + 1, 'int')}`,
    params,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page.map(entryOf),
    next: rows.length > limit && last ? `${last.place}_${last.id}` : null,
  };
}

/** Who stands in the log lately: the actors of its newest entries, by name. */
export async function listActors(work: Work): Promise<{ actor: string; name: string | null }[]> {
  work.require('audit.read');
  return work.query(
    `select actor, max(name) as name from (select e.actor, e.actor_name as name from app.audit_entries e
       where e.tenant_id = $1 order by e.at desc, e.id desc limit 5000) lately group by actor order by 2 nulls last, 1 limit 200`,
    [work.tenant.id],
  );
}

/** Refuses a filter that makes no sense, before anything is read. */
export function checkEntryFilter({ from, to }: EntryFilter): void {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day !== undefined && !isDay(day)) throw new Refusal('day_invalid', 422, { value: day }, name);
  if (from && to && from > to) throw new Refusal('days_reversed', 422, { from, to }, 'to');
}

function conditions(work: Work, filter: EntryFilter, bind: (value: unknown, type: string) => string): string[] {
  checkEntryFilter(filter);
  const { actor, fact, from, to, text } = filter;
  const { zone } = work.tenant;
  const found: string[] = [];
  if (actor) found.push(`e.actor = ${bind(actor, 'text')}`);
  if (fact?.includes('.')) found.push(`e.fact = ${bind(fact, 'text')}`);
  else if (fact) found.push(`starts_with(e.fact, ${bind(`${fact}.`, 'text')})`);
  if (from) found.push(`e.at >= (${bind(from, 'date')}::timestamp at time zone ${bind(zone, 'text')})`);
  if (to) found.push(`e.at < ((${bind(to, 'date')} + 1)::timestamp at time zone ${bind(zone, 'text')})`);
  const wanted = text?.normalize('NFC').trim();
  if (wanted)
    found.push(
      `concat_ws(' ', e.actor, e.actor_name, e.acting_admin, e.address, e.fact, e.detail, e.before, e.after)
         ilike ${bind(`%${wanted.replace(/[\\%_]/g, '\\$&')}%`, 'text')}`,
    );
  return found;
}

/** The last entry of the page before: its instant to the microsecond, and its id. */
function placeOf(cursor: string): [at: string, id: string] {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_(\d{1,18})$/.exec(cursor) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new Refusal('bad_cursor', 422, {}, 'cursor');
  return [at, id];
}

function entryOf({ actor, name, ...row }: Row & { place: string }): AuditEntry {
  const { place: _, ...entry } = row;
  const [kind = '', ...id] = actor.split(':');
  return { ...entry, actor: { kind, id: id.join(':'), name } };
}
