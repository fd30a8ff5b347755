import { kpis } from '@/kpis/catalogue';
import { type KpiDeclaration, spillOf, type WindowId } from '@/kpis/kpi';
import { windowReach } from '@/kpis/window';
import { addDays, type Day, dayRange, localDay, maxDay, minDay } from '@/lib/day';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { definitionsOf, noteDefinitions, outdatedKpis } from './definitions';
import { fedUntil, type Marks, marksOf, staleAfterDays } from './fed';
import { measureSpans, type Span } from './measure';
import { refreshPartials, sharing } from './partials';
import { storeMeasurements } from './store';
import { today } from './tenant-today';

/** Dirty days taken in one transaction. More make a loading feed wait for them; fewer measure the same windows again and again. */
const daysAtOnce = 600;

interface Dirty {
  record: string;
  day: Day;
  run_id: string | null;
}

/**
 * Computes what changed: the partials of the dirty days, then every window over them. A KPI that is new, or whose definition
 * was raised, is computed from the records first, once; `full` does so with all of them. Both ways end in the same rows.
 * One recompute a tenant at a time; others wait.
 */
export async function recompute(
  access: Access,
  options: { full?: boolean } = {},
): Promise<{ days: number; kpis: number }> {
  let days = 0;
  let anew = options.full ? sharing(kpis) : [];
  for (;;) {
    for (const together of anew) {
      const done = await withTenant(access, (work) => recomputeFromRecords(work, together, options.full ?? false));
      if (together === anew[0]) days += done;
    }
    const step = await withTenant(access, recomputeSome);
    days += step.taken;
    anew = sharing(step.outdated);
    if (!anew.length && step.taken < daysAtOnce) return { days, kpis: kpis.length };
  }
}

const lock = (work: Work) => work.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [work.tenant.id]);

/**
 * KPIs of the same facts from the records, in one transaction: a window must not be measured, nor a closed value be called
 * restated, while half of its days are forgotten. Dirty days are left as they are, so that no feed waits for it.
 */
async function recomputeFromRecords(work: Work, together: readonly KpiDeclaration[], full: boolean): Promise<number> {
  await lock(work);
  const outdated = full ? null : new Set(await outdatedKpis(work));
  const wanted = together.filter((k) => outdated?.has(k) ?? true);
  if (!wanted.length) return 0;
  const own = [work.tenant.id, wanted.map((k) => k.code)];
  await work.query('delete from app.partials where tenant_id = $1 and kpi = any($2)', own);
  await work.query('delete from app.channel_partials where tenant_id = $1 and kpi = any($2)', own);
  await work.query('delete from app.entity_days where tenant_id = $1 and kpi = any($2)', own);
  await noteDefinitions(work, wanted);
  const [span] = await work.query<{ first: Day | null; last: Day | null }>(
    'select min(first_day) as first, max(last_day) as last from app.feed_records where tenant_id = $1',
    [work.tenant.id],
  );
  const horizon = await horizonOf(work);
  if (!span?.first || !span.last || !horizon) return 0;
  // What spills over from the last day is dropped with those that have no records either.
  const days = dayRange(span.first, addDays(span.last, Math.max(...wanted.map((k) => spillOf(k)))));
  for (let i = 0; i < days.length; i += daysAtOnce) await refreshPartials(work, wanted, days.slice(i, i + daysAtOnce));
  const change: Change = { days: [span.first, span.last], runIds: [] };
  await measure(work, wanted, horizon, () => change);
  return days.length;
}

/**
 * Takes up to `daysAtOnce` dirty days and answers how many it took. Days of a run that is still being read are left to its end:
 * half a file is no number, and each page would wait for the days of the one before. Takes none while KPIs are outdated, and
 * answers which.
 */
async function recomputeSome(work: Work): Promise<{ taken: number; outdated: readonly KpiDeclaration[] }> {
  await lock(work);
  const { outdated, fresh } = await definitionsOf(work);
  if (outdated.length) return { taken: 0, outdated };
  const horizon = await horizonOf(work);
  const dirty = await work.query<Dirty>(
    `with taken as materialized (
       select record, day from app.dirty_days m
       where tenant_id = $1
         and not exists (select from app.runs r where r.tenant_id = $1 and r.id = m.run_id and r.status = 'running')
       order by day, record limit $2 for update of m skip locked)
     delete from app.dirty_days d using taken t where d.tenant_id = $1 and d.record = t.record and d.day = t.day
     returning d.record, d.day, d.run_id`,
    [work.tenant.id, daysAtOnce],
  );
  const taken = dirty.length;
  if (!horizon) return { taken, outdated };
  if (fresh) await noteDefinitions(work, kpis);
  const changes = new Map<KpiDeclaration, Change>();
  for (const together of sharing(kpis)) {
    const k = together[0]!;
    const own = dirty.filter((d) => k.follows.includes(d.record));
    const days = [...new Set(own.flatMap((d) => dayRange(d.day, addDays(d.day, spillOf(k, d.record)))))].sort();
    await refreshPartials(work, together, days);
    const runIds = [...new Set(own.map((d) => d.run_id).filter((id) => id !== null))];
    for (const one of together) changes.set(one, { days, runIds });
  }
  await measure(work, kpis, horizon, (k) => changes.get(k)!);
  return { taken, outdated };
}

/** Days, in order, whose partials were computed again, and the runs that made it necessary. */
interface Change {
  days: readonly Day[];
  runIds: readonly string[];
}

interface Horizon {
  /** The last day to measure: the last with data of any kind, not after today. */
  last: Day;
  sources: number;
  marks: Marks;
}

/** Exchange rates are nobody's business records: their feed is no source that others could be joined to. */
async function horizonOf(work: Work): Promise<Horizon | null> {
  const [row] = await work.query<{ last: Day | null; sources: number }>(
    `select max(last_day) as last, count(distinct feed_id) filter (where record <> 'fx_rate')::int as sources
     from app.feed_records where tenant_id = $1`,
    [work.tenant.id],
  );
  if (!row?.last) return null;
  return { last: minDay(row.last, today(work)), sources: row.sources, marks: await marksOf(work) };
}

/**
 * A KPI's own horizon: as far as its feeds have delivered, and some days. The value of that day stands while they are silent; days
 * measured without their rows would be better, or worse, for nothing. What was measured already is kept up to date. Null where
 * something that it needs has never come: the facts of the rest alone are no value.
 */
function horizonFor(work: Work, { k, measuredLast }: State, horizon: Horizon): Horizon | null {
  const fed = fedUntil(k, horizon.marks);
  if (!fed) return null;
  const until = addDays(localDay(fed, work.tenant.zone), staleAfterDays);
  return { ...horizon, last: minDay(horizon.last, maxDay(until, measuredLast ?? until)) };
}

/** What is known of a KPI and window: the first day with facts, the days measured, and of how many sources. */
interface State {
  k: KpiDeclaration;
  window: WindowId;
  first: Day | null;
  measuredFirst: Day | null;
  measuredLast: Day | null;
  sources: number | null;
}

async function statesOf(work: Work, wanted: readonly KpiDeclaration[]): Promise<State[]> {
  const asked = wanted.flatMap((k) => k.windows.map((window) => ({ k, window })));
  const rows = await work.query<Omit<State, 'k' | 'window'>>(
    `select least(f.first, x.first) as first, m.first as "measuredFirst", l.day as "measuredLast", l.sources
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as a(kpi, dim, win, n)
     cross join lateral (select min(day) as first from app.partials where tenant_id = $1 and kpi = a.kpi and dim = a.dim) f
     cross join lateral (select min(day) as first from app.partials where tenant_id = $1 and kpi = a.kpi and dim = 'excluded') x
     cross join lateral (select min(day) as first from app.measurements
       where tenant_id = $1 and kpi = a.kpi and "window" = a.win) m
     left join lateral (select day, (companions ->> 'sources')::int as sources from app.measurements
       where tenant_id = $1 and kpi = a.kpi and "window" = a.win order by day desc limit 1) l on true
     order by a.n`,
    [work.tenant.id, asked.map((a) => a.k.code), asked.map((a) => a.k.measure.dim), asked.map((a) => a.window)],
  );
  return rows.map((row, i) => ({ ...asked[i]!, ...row }));
}

/** Measures again the days whose windows hold a changed day, and those not measured yet. */
async function measure(
  work: Work,
  wanted: readonly KpiDeclaration[],
  horizon: Horizon,
  changeOf: (k: KpiDeclaration) => Change,
): Promise<void> {
  const spans: Span[] = [];
  for (const state of await statesOf(work, wanted)) {
    const { k, window, first, measuredFirst } = state;
    if (measuredFirst && (!first || measuredFirst < first)) {
      await work.query(
        'delete from app.measurements where tenant_id = $1 and kpi = $2 and "window" = $3 and day < $4',
        [work.tenant.id, k.code, window, first ?? addDays(horizon.last, 1)],
      );
    }
    const own = horizonFor(work, state, horizon);
    const span = own && spanOf(state, own, changeOf(k).days);
    if (span) spans.push(span);
  }
  if (!spans.length) return;
  const measured = await measureSpans(work, spans);
  await storeMeasurements(
    work,
    spans.map((span, i) => ({ span, measured: measured[i]!, runIds: changeOf(span.k).runIds })),
  );
}

/** From when to when a window is to be measured again; null: nowhere. */
function spanOf(state: State, horizon: Horizon, days: readonly Day[]): Span | null {
  const { k, window, first, measuredFirst, measuredLast } = state;
  if (!first || first > horizon.last) return null;
  let from = measuredLast ? addDays(measuredLast, 1) : first;
  let to = horizon.last;
  if (days.length) {
    if (from > to || days[0]! < from) {
      if (from > to) to = windowReach(window, days.at(-1)!, horizon.last);
      from = minDay(from, days[0]!);
    }
  }
  // How long the history is, and of how many sources, is part of every value.
  const grown = measuredFirst !== first || (state.sources !== null && state.sources !== horizon.sources);
  if (grown) [from, to] = [first, horizon.last];
  from = maxDay(from, first);
  return from > to ? null : { k, window, from, to, firstDay: first, sources: horizon.sources };
}
