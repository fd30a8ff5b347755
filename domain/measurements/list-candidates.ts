import { type JoinPairName, joinPairs } from '@/kpis/data-driven/data-silo-index';
import type { Day } from '@/lib/day';
import { formColumn, keyForm } from '@/records/key-form';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { affixesOf, type Likeness, likelihood, spellingsOf } from './alike';
import { dayAsked } from './data-day';
import { readEvidence } from './read-evidence';
import { readSilos } from './read-silos';

/** Two keys of different feeds that probably mean one thing: what a row looks for, and what there is. */
export interface Candidate {
  pair: JoinPairName;
  /** What rows look for and do not find. */
  key: string;
  /** How many of the newest unmatched rows look for it. */
  rows: number;
  /** The key that is there, of which record and feed. */
  other: string;
  record: string;
  feedId: string;
  why: Likeness;
  /** 0–1: how much of the two keys agrees. */
  score: number;
}

/** So many unmatched rows of each reason are looked at, newest first, and so many candidates of a key are told. */
const rowsLookedAt = 200;
const candidatesOfKey = 3;

/**
 * Where the other half of a pair may be: its record, table and key; `free`: only where that leads to nothing yet, as it has one half;
 * `ownFeed`: one feed may bring both; `caseKind`: only for cases of that kind.
 */
interface Half {
  record: string;
  table: string;
  key: string;
  free?: string;
  ownFeed?: true;
  caseKind?: string;
}
const order = { record: 'order', table: 'app.orders', key: 'number' };
const halves: Readonly<Record<JoinPairName, readonly Half[]>> = {
  'order_line→product': [
    { record: 'product', table: 'app.products', key: 'source_id' },
    { record: 'listing', table: 'app.listings', key: 'channel_sku' },
  ],
  'order→customer': [],
  'order→shipment': [
    {
      ...{ record: 'shipment', table: 'app.shipments', key: 'order_number' },
      free: 'not exists (select from app.orders o where o.tenant_id = $1 and o.number = t.order_number)',
    },
  ],
  'shipment→tracking_event': [
    {
      ...{ record: 'tracking_event', table: 'app.tracking_events', key: 'shipment_id' },
      ownFeed: true,
      free: `not exists (select from app.shipments s where s.tenant_id = $1 and s.source_id = t.shipment_id)
        and not exists (select from app.shipments s where s.tenant_id = $1 and s.tracking_no = t.shipment_id)`,
    },
  ],
  'ticket→order': [order],
  'process_event→case': [
    { ...order, caseKind: 'order' },
    { record: 'shipment', table: 'app.shipments', key: 'tracking_no', caseKind: 'shipment' },
    { record: 'shipment', table: 'app.shipments', key: 'source_id', caseKind: 'shipment' },
    { record: 'ticket', table: 'app.tickets', key: 'source_id', caseKind: 'ticket' },
  ],
};

/**
 * Which unmatched key of the data silo index probably is which known one, with a score and why; surest first. Of the newest unmatched
 * rows up to a day. No two keys are compared that do not share a spelling: each key's few spellings are sought in the index of the other half.
 */
export async function listCandidates(work: Work, input: { at?: string; pair?: string } = {}): Promise<Candidate[]> {
  work.require('measurement.read');
  if (input.pair !== undefined && !joinPairs.some((pair) => pair === input.pair))
    throw new Refusal('unknown_pair', 422, { pair: input.pair, pairs: joinPairs.join(', ') }, 'pair');
  const at = await dayAsked(work, input.at);
  const silos = await readSilos(work, { at });
  const wanted = (pair: string) => input.pair === undefined || pair === input.pair;
  const reasons = (['format', 'noCandidate'] as const).filter((why) => silos.some((s) => wanted(s.pair) && s[why] > 0));
  const looked = new Map<string, Map<string, Sought>>();
  for (const why of reasons) {
    for (const row of await unmatched(work, at, why === 'format' ? 'written_otherwise' : 'no_candidate')) {
      if (!wanted(row.pair) || row.ref === null) continue;
      const keys = looked.get(lookOf(row.pair, row.case_kind)) ?? new Map<string, Sought>();
      looked.set(lookOf(row.pair, row.case_kind), keys);
      keys.set(row.ref, { feedId: row.feed_id, rows: (keys.get(row.ref)?.rows ?? 0) + 1 });
    }
  }
  const found: Candidate[] = [];
  for (const pair of joinPairs) {
    for (const half of halves[pair]) {
      const keys = looked.get(lookOf(pair, half.caseKind));
      if (keys) found.push(...(await alikeIn(work, pair, keys, half)));
    }
  }
  const lines = looked.get(lookOf('order_line→product'));
  if (lines) found.push(...(await titledAlike(work, 'order_line→product', lines)));
  return surest(found);
}

interface Sought {
  feedId: string;
  rows: number;
}

/** What is looked for together: the rows of a pair, and of its cases those of one kind. */
const lookOf = (pair: JoinPairName, caseKind?: string | null): string => `${pair} ${caseKind ?? ''}`;

const unmatched = async (work: Work, at: Day, why: string) =>
  (await readEvidence(work, { kpi: 'D01', at, dim: 'why', key: why, limit: rowsLookedAt })).rows as {
    pair: JoinPairName;
    ref: string | null;
    feed_id: string;
    case_kind: string | null;
  }[];

/** The keys of the other half that are spelt as one of these keys may be. */
async function alikeIn(work: Work, pair: JoinPairName, keys: ReadonlyMap<string, Sought>, half: Half) {
  const sample = await work.query<{ key: string }>(
    `select distinct t.key from (select ${half.key} as key from ${half.table} where tenant_id = $1 and ${half.key} is not null
     order by ${half.key} limit 500) t order by 1`,
    [work.tenant.id],
  );
  const affixes = affixesOf(sample.map((s) => s.key));
  const spellings = [...keys].flatMap(([key, { feedId }]) =>
    spellingsOf(key, affixes).map((spelling) => ({ key, feedId, ...spelling })),
  );
  const rows = await work.query<{ key: string; why: Likeness; other: string; feedId: string }>(
    `select distinct v.key, v.why, t.${half.key} as other, t.feed_id as "feedId"
     from (select v.*, ${keyForm('v.text')} as form
       from unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) v(key, text, why, feed_id) offset 0) v
     join ${half.table} t on t.tenant_id = $1 and t.${formColumn(half.key)} = v.form
     where t.${half.key} <> v.key${half.ownFeed ? '' : ' and t.feed_id <> v.feed_id'}${half.free ? ` and (v.why = 'format' or (${half.free}))` : ''}`,
    [
      work.tenant.id,
      spellings.map((s) => s.key),
      spellings.map((s) => s.text),
      spellings.map((s) => s.why),
      spellings.map((s) => s.feedId),
    ],
  );
  return rows.map((row) => ({ pair, record: half.record, ...row, ...scored(keys, row) }));
}

/** The products of the same title as the lines with these SKUs. */
async function titledAlike(work: Work, pair: JoinPairName, keys: ReadonlyMap<string, Sought>) {
  const rows = await work.query<{ key: string; why: Likeness; other: string; feedId: string }>(
    `with titled as materialized (
       select k.key, x.feed_id, ${keyForm('x.title')} as title from unnest($2::text[]) k(key)
       cross join lateral (select l.feed_id, l.title from app.order_lines l
         where l.tenant_id = $1 and l.sku = k.key and l.title is not null limit 1) x)
     select distinct v.key, 'title' as why, p.source_id as other, p.feed_id as "feedId"
     from titled v join app.products p on p.tenant_id = $1 and ${keyForm('p.title')} = v.title and p.feed_id <> v.feed_id`,
    [work.tenant.id, [...keys.keys()]],
  );
  return rows.map((row) => ({ pair, record: 'product', ...row, ...scored(keys, row) }));
}

const scored = (keys: ReadonlyMap<string, Sought>, row: { key: string; other: string; why: Likeness }) => ({
  rows: keys.get(row.key)!.rows,
  score: likelihood(row.why, row.key, row.other),
});

/** The best few of each key, each other key once; surest first, and of those what most rows look for. */
function surest(found: readonly Candidate[]): Candidate[] {
  const sorted = [...found].sort(
    (a, b) => b.score - a.score || b.rows - a.rows || (`${a.key} ${a.other}` < `${b.key} ${b.other}` ? -1 : 1),
  );
  const told = new Map<string, Set<string>>();
  return sorted.filter(({ pair, key, other }) => {
    const others = told.get(`${pair} ${key}`) ?? new Set();
    told.set(`${pair} ${key}`, others);
    if (others.size >= candidatesOfKey || others.has(other)) return false;
    others.add(other);
    return true;
  });
}
