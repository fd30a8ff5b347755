import type { EvidenceColumn, Group, KpiDeclaration, WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { type Day, dayRange, isDay } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { codesWorded } from './codes-worded';
import { dayAsked } from './data-day';
import { groupOf, totalsOf } from './evidence-totals';
import { sumsBy } from './read-kpi';
import { kpiNamed, measuredDay, windowNamed } from './reading';
import { today } from './tenant-today';
import { factsSeen } from './within-channels';

export type EvidencePart = 'numerator' | 'denominator' | 'excluded';

export interface Evidence {
  columns: readonly EvidenceColumn[];
  /** Each row: day, record, feed_id, source_id, num, den, excluded (reason or null) and the columns. */
  rows: Record<string, unknown>[];
  next: string | null;
  /** The columns that rows can be sorted by; none where there are too many rows to sort. */
  sortable: readonly string[];
  /** Whether rows can be searched for a text: not where there are too many, or none of their columns is text. */
  searchable: boolean;
  /** How many rows of this part hold the text; null where none is sought, or nobody asked for the count. */
  fitting: number | null;
  /** What the rows of `dim` and `key` sum up to, where these ask for a group. */
  group: Group | null;
  totals: { numerator: number; denominator: number; rows: number; excluded: Record<string, number> };
  /** Whether the totals of the rows are those of the stored value. */
  reconciles: boolean;
}

/** Which facts belong to a part. Of a share, the numerator is the largest group's rows; of a coverage or rate, those that count. */
const partOf: Record<EvidencePart, string> = {
  numerator: 'f.excluded is null and f.num <> 0',
  denominator: 'f.excluded is null',
  excluded: 'f.excluded is not null',
};

/** What may be sorted by. Of names and countries the reader sees words that PostgreSQL does not know. */
const sortedKinds: readonly EvidenceColumn['kind'][] = ['code', 'minor', 'number', 'day', 'instant'];
/** What may be searched: what stands there as the source wrote it, and in words what is shown so. */
const soughtKinds: readonly EvidenceColumn['kind'][] = ['text', 'code'];
/** More rows than these are neither sorted nor searched: that would read all of them for each page. */
const mostRead = 200_000;
const longestSought = 100;

/**
 * The rows behind a value, newest day first, straight from the predicate that computed it. Totals come from the sums by
 * day, and must be those of the stored measurement. `sort` is one of the columns (`-` before it: largest first); one that is
 * not offered leaves the rows newest first. `text`: only rows in which some column of text or codes holds it, as it is stored or, of
 * a code with a word, in that word in either language, upper and lower case alike; passed over where rows are not searchable.
 * `counted`: false leaves `fitting` null, as the count reads the whole window. The totals are always those of all rows.
 */
export async function readEvidence(
  work: Work,
  input: {
    kpi: string;
    at?: string;
    window?: string;
    part?: string;
    dim?: string;
    key?: string;
    sort?: string;
    text?: string;
    cursor?: string;
    limit?: number;
    counted?: boolean;
  },
): Promise<Evidence> {
  work.require('measurement.read');
  const k = kpiNamed(work, input.kpi);
  const window = windowNamed(k, input.window);
  const asked = await dayAsked(work, input.at);
  const at = await measuredDay(work, k, window, asked);
  const part = (input.part ?? 'denominator') as EvidencePart;
  if (!Object.hasOwn(partOf, part)) throw new Refusal('unknown_part', 422, { part: String(input.part) }, 'part');
  const dims = [...new Set([...k.dims, k.measure.dim, 'excluded'])].filter(Boolean);
  if (input.dim !== undefined && !dims.includes(input.dim)) {
    throw new Refusal('unknown_dimension', 422, { dim: input.dim, dims: dims.join(', ') }, 'dim');
  }
  const limit = Math.min(Math.max(input.limit ?? 50, 1), 1000);
  const { totals, reconciles } = await totalsOf(work, k, window, at, asked);
  const left = Object.values(totals.excluded).reduce((sum, count) => sum + count, 0);
  const readable = totals.rows + left > mostRead ? [] : k.evidence;
  const named = (kinds: typeof sortedKinds) => readable.filter((c) => kinds.includes(c.kind)).map((c) => c.name);
  const [sortable, sought] = [named(sortedKinds), named(soughtKinds)];
  const sorted = sortable.includes((input.sort ?? '').replace(/^-/, '')) ? input.sort! : null;
  // Not every predicate asks for today; a parameter that nothing uses would have no type.
  const conditions = [partOf[part], '$3::date is not null'];
  const params: unknown[] = [work.tenant.id, [], today(work)];
  const bind = (value: unknown) => `$${params.push(value)}`;
  if (input.dim && input.key !== undefined)
    conditions.push(`coalesce(f.${input.dim}::text, 'unknown') = ${bind(input.key)}`);
  const text = sought.length > 0 ? input.text?.normalize('NFC').trim().slice(0, longestSought) : undefined;
  if (text) {
    const like = bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    const held = sought.map((name) => `f."${name}"::text ilike ${like}`);
    for (const { name } of k.evidence.filter((c) => c.kind === 'text')) {
      const codes = codesWorded(name, text);
      if (codes.length) held.push(`f."${name}"::text ~ ${bind(`(^| → | · )(${codes.join('|')})($| → | · )`)}`);
    }
    conditions.push(`(${held.join(' or ')})`);
  }
  const facts = factsSeen(work, k, params);
  const narrower = part === 'numerator' ? await numeratorCondition(work, k, window, at, params) : null;
  if (narrower) conditions.push(narrower);
  const dim = k.measure.dim;
  const key = keySql(dim);
  const of = `from (${facts}) f where ${conditions.join(' and ')}`;
  const after = params.length + 1;
  const [cursorDay, cursorId] = sorted ? [null, ''] : parseCursor(input.cursor);
  const rows: Record<string, unknown>[] = [];
  const from = windowFrom(window, at);
  const offset = sorted ? parseOffset(input.cursor) : 0;
  const order = sorted ? `f."${sorted.replace(/^-/, '')}" ${sorted.startsWith('-') ? 'desc' : 'asc'} nulls last, ` : '';
  const last = cursorDay && cursorDay < at ? cursorDay : at;
  // What is sought may stand anywhere, and all of it is counted: in one step.
  const parts = sorted || text ? [dayRange(from, last)] : daysBackwards(from, last);
  for (const days of parts) {
    params[1] = days;
    rows.push(
      ...(await work.query(
        `select f.* ${of} and ($${after}::date is null or (f.day, ${key}) < ($${after}::date, $${after + 1}))
         order by ${order}f.day desc, ${key} desc limit $${after + 2} offset ${offset}`,
        [...params, cursorDay, cursorId, limit + 1 - rows.length],
      )),
    );
    if (rows.length > limit) break;
  }
  params[1] = dayRange(from, at);
  const counts = text && input.counted !== false;
  const [fitting] = counts ? await work.query<{ count: number }>(`select count(*)::int as count ${of}`, params) : [];
  const page = rows.slice(0, limit);
  const end = page.at(-1);
  const more = rows.length > limit && end;
  return {
    columns: k.evidence,
    rows: page,
    next: !more ? null : sorted ? String(offset + limit) : `${end.day}~${keyOf(end, dim)}`,
    sortable,
    searchable: sought.length > 0,
    fitting: fitting?.count ?? null,
    group: await groupOf(work, k, window, at, input),
    totals,
    reconciles,
  };
}

/**
 * What the numerator asks beyond a fact that counts: the rows of the largest group, of a share; the entities that occur
 * at least twice in the window, of a repeat rate. Null where every counted fact says it by itself.
 */
async function numeratorCondition(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  params: unknown[],
): Promise<string | null> {
  if (k.measure.distinctDays) {
    params.push(k.code, windowFrom(window, at), at);
    const n = params.length;
    return `f.entity in (select e.entity from app.entity_days e where e.tenant_id = $1 and e.kpi = $${n - 2}
      and e.day between $${n - 1}::date and $${n}::date group by e.entity having sum(e.n) >= 2)`;
  }
  if (k.measure.kind !== 'concentration') return null;
  const sums = await sumsBy(work, k, window, at, k.measure.dim);
  const groups = new Map(sums.map((s) => [s.key, s]));
  const { numeratorKey } = k.measure.finish(groups, { sources: 0, historyDays: 0 });
  if (numeratorKey === undefined) return null;
  params.push(numeratorKey);
  return `coalesce(f.${k.measure.dim}::text, 'unknown') = $${params.length}`;
}

/** What tells facts of one day apart: the row, and the group of the measure, as one row may stand in several. */
const keySql = (dim: string): string =>
  `(f.record || '/' || f.feed_id || '/' || f.source_id${dim ? ` || '/' || coalesce(f.${dim}::text, '')` : ''}) collate "C"`;
const keyOf = (row: Record<string, unknown>, dim: string): string =>
  [row.record, row.feed_id, row.source_id, ...(dim ? [row[dim] ?? ''] : [])].join('/');

function parseCursor(cursor: string | undefined): [Day | null, string] {
  if (!cursor) return [null, ''];
  const match = /^(\d{4}-\d{2}-\d{2})~(.+)$/s.exec(cursor);
  if (!match || !isDay(match[1]!) || cursor.includes('\0')) throw new Refusal('bad_cursor', 422, {}, 'cursor');
  return [match[1]!, match[2]!];
}

/** How many sorted rows came before; of a page of rows in another order, none. */
const parseOffset = (cursor: string | undefined): number => (/^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0);

/** The days of a window in steps that grow, newest first, so that a page is found without reading the whole window. */
function* daysBackwards(from: Day, to: Day): Generator<Day[]> {
  const days = dayRange(from, to).reverse();
  for (let start = 0, size = 1; start < days.length; start += size, size = Math.min(size * 4, 64)) {
    yield days.slice(start, start + size);
  }
}
