import { type Day, isDay } from '@/lib/day';
import { Refusal } from '../errors';
import { type Order, ordered, pageOf } from '../ordered';
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

/** What the log can be ordered by: it is read by time, and found by its filters. */
export const entryOrders = { when: { sql: 'e.at', type: 'timestamptz' } } as const satisfies Record<string, Order>;

/**
 * Entries, newest first, or oldest first with the sort `when`. `cursor` is the `next` of the page before.
 * Refusals: forbidden, bad_cursor, day_invalid, days_reversed.
 */
export async function listEntries(
  work: Work,
  input: EntryFilter & { sort?: string; cursor?: string; limit?: number } = {},
): Promise<{ data: AuditEntry[]; next: string | null }> {
  work.require('audit.read');
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 1000);
  const params: unknown[] = [work.tenant.id];
  const bind = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  const found = conditions(work, input, bind);
  const { after, by, place } = ordered(entryOrders, { sql: 'e.id', type: 'bigint' }, '-when', input, params);
  const rows = await work.query<Row & { place: string }>(
    `select e.id, e.at, e.actor, e.actor_name as name, e.acting_admin as "actingAdmin", e.address, e.fact, e.detail, e.before, e.after,
       ${place} as place
     from app.audit_entries e where ${['e.tenant_id = $1', ...found, after].join(' and ')}
     order by ${by} limit ${bind(limit + 1, 'int')}`,
    params,
  );
  const { data, next } = pageOf(rows, limit);
  return { data: data.map(entryOf), next };
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

function entryOf({ actor, name, ...entry }: Row): AuditEntry {
  const [kind = '', ...id] = actor.split(':');
  return { ...entry, actor: { kind, id: id.join(':'), name } };
}
