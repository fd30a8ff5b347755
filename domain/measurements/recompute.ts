import { kpis } from '@/kpis/catalogue';
import type { KpiDeclaration } from '@/kpis/kpi';
import { windowReach } from '@/kpis/window';
import { addDays, type Day, dayRange, maxDay, minDay } from '@/lib/day';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { measureDays } from './measure';
import { refreshPartials, today } from './partials';
import { storeMeasurements } from './store';

/** Dirty days taken in one transaction. More make a loading feed wait for them; fewer measure the same windows again and again. */
const daysAtOnce = 600;

interface Dirty {
  record: string;
  day: Day;
  run_id: string | null;
}

/**
 * Computes what changed: the partials of the dirty days, then every window over them. `full` forgets everything computed
 * and starts from the records. Both end in the same rows. One recompute a tenant at a time; others wait.
 */
export async function recompute(
  access: Access,
  options: { full?: boolean } = {},
): Promise<{ days: number; kpis: number }> {
  if (options.full) await withTenant(access, forget);
  let days = 0;
  for (;;) {
    const taken = await withTenant(access, recomputeSome);
    days += taken;
    if (taken < daysAtOnce) return { days, kpis: kpis.length };
  }
}

const lock = (work: Work) => work.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [work.tenant.id]);

/** Drops what was computed (closed marks and restatements stay with their days) and marks every day dirty. */
async function forget(work: Work): Promise<void> {
  await lock(work);
  const tenant = work.tenant.id;
  await work.query('delete from app.partials where tenant_id = $1', [tenant]);
  await work.query('delete from app.entity_days where tenant_id = $1', [tenant]);
  for (const record of new Set(kpis.flatMap((k) => k.follows))) {
    await work.query(
      `insert into app.dirty_days (tenant_id, record, day)
       select $1, $2, d::date from (select min(first_day) as a, max(last_day) as b from app.feed_records where tenant_id = $1) s,
         generate_series(s.a, s.b, '1 day') d on conflict do nothing`,
      [tenant, record],
    );
  }
}

/** Takes up to `daysAtOnce` dirty days and answers how many it took. */
async function recomputeSome(work: Work): Promise<number> {
  await lock(work);
  const tenant = work.tenant.id;
  const dirty = await work.query<Dirty>(
    `delete from app.dirty_days where tenant_id = $1 and (record, day) in
       (select record, day from app.dirty_days where tenant_id = $1 order by day, record limit $2 for update)
     returning record, day, run_id`,
    [tenant, daysAtOnce],
  );
  const horizon = await horizonOf(work);
  if (horizon) {
    for (const k of kpis) await recomputeKpi(work, k, dirty, horizon);
  }
  return dirty.length;
}

interface Horizon {
  /** The last day to measure: the last with data of any kind, not after today. */
  last: Day;
  sources: number;
}

async function horizonOf(work: Work): Promise<Horizon | null> {
  const [row] = await work.query<{ last: Day | null; sources: number }>(
    'select max(last_day) as last, count(distinct feed_id)::int as sources from app.feed_records where tenant_id = $1',
    [work.tenant.id],
  );
  return row?.last ? { last: minDay(row.last, today(work)), sources: row.sources } : null;
}

async function recomputeKpi(work: Work, k: KpiDeclaration, dirty: readonly Dirty[], horizon: Horizon): Promise<void> {
  const tenant = work.tenant.id;
  const own = dirty.filter((d) => k.follows.includes(d.record));
  const days = [...new Set(own.flatMap((d) => dayRange(d.day, addDays(d.day, k.spillDays))))].sort();
  await refreshPartials(work, k, days);
  const runIds = [...new Set(own.map((d) => d.run_id).filter((id) => id !== null))];
  const [span] = await work.query<{ first: Day | null }>(
    `select least((select min(day) from app.partials where tenant_id = $1 and kpi = $2 and dim = $3),
                  (select min(day) from app.partials where tenant_id = $1 and kpi = $2 and dim = 'excluded')) as first`,
    [tenant, k.code, k.measure.dim],
  );
  for (const window of k.windows) {
    const [known] = await work.query<{ first: Day | null; last: Day | null; sources: number | null }>(
      `select (select min(day) from app.measurements where tenant_id = $1 and kpi = $2 and "window" = $3) as first,
              (select max(day) from app.measurements where tenant_id = $1 and kpi = $2 and "window" = $3) as last,
              (select (companions ->> 'sources')::int from app.measurements
               where tenant_id = $1 and kpi = $2 and "window" = $3 order by day desc limit 1) as sources`,
      [tenant, k.code, window],
    );
    const first = span?.first;
    if (known?.first && (!first || known.first < first)) {
      await work.query(
        'delete from app.measurements where tenant_id = $1 and kpi = $2 and "window" = $3 and day < $4',
        [tenant, k.code, window, first ?? addDays(horizon.last, 1)],
      );
    }
    if (!first || first > horizon.last) continue;
    // New days after the last measured one, days before the first, and every window over a dirty day.
    let from = known?.last ? addDays(known.last, 1) : first;
    let to = horizon.last;
    if (known?.first && known.first > first) from = first;
    if (days.length) {
      from = minDay(from, days[0]!);
      const reach = windowReach(window, days.at(-1)!, horizon.last);
      to = known?.last && known.last >= horizon.last && from >= days[0]! ? reach : horizon.last;
    }
    if (known?.sources && known.sources !== horizon.sources) [from, to] = [first, horizon.last];
    from = maxDay(from, first);
    if (from > to) continue;
    const measured = await measureDays(work, k, window, from, to, { sources: horizon.sources, firstDay: first });
    await storeMeasurements(work, k, window, measured, runIds);
  }
}
