import type { Unit } from '@/kpis/kpi';
import type { Work } from '../work';
import type { Measured, Span } from './measure';

/** What counts as one point of a unit when a closed value changes. */
export const pointOf: Readonly<Record<Unit, number>> = { '%': 1, ratio: 0.01, points: 100 };

/** What one span measured, and the runs that made it necessary. */
export interface Result {
  span: Span;
  measured: readonly Measured[];
  runIds: readonly string[];
}

/**
 * Stores measurements. One that was closed and moves by more than a point is marked restated and logged with its cause: the
 * runs, or the definition that is no longer the one it was computed by.
 */
export async function storeMeasurements(work: Work, results: readonly Result[]): Promise<void> {
  const rows = results.flatMap(({ span: { k, window }, measured, runIds }) =>
    measured.map((m) => ({
      ...m,
      kpi: k.code,
      window,
      definition: k.definition,
      moved: pointOf[k.unit],
      runs: runIds,
    })),
  );
  if (!rows.length) return;
  const own = 'm.tenant_id = $1 and m.kpi = n.kpi and m."window" = n."window" and m.day = n.day';
  const restated = `m.closed_at is not null and (abs(m.value - n.value) > n.moved or (m.value is null) <> (n.value is null))`;
  await work.query(
    `with n as materialized (
       select * from jsonb_to_recordset($2::jsonb) as n(kpi text, "window" text, day date, value float8, reason text, numerator bigint,
         denominator bigint, sample bigint, companions jsonb, excluded jsonb, caveats jsonb, definition int, moved float8, runs jsonb)),
     logged as (
       insert into app.restatements (tenant_id, kpi, "window", day, before, after, run_ids, definition, at)
       select $1, m.kpi, m."window", m.day, m.value, n.value, n.runs, case when m.definition <> n.definition then n.definition end, $3
       from n join app.measurements m on ${own} where ${restated}),
     changed as (
       update app.measurements m set value = n.value, reason = n.reason, numerator = n.numerator, denominator = n.denominator,
         sample = n.sample, companions = n.companions, excluded = n.excluded, caveats = n.caveats, definition = n.definition, as_of = $3,
         restated_at = case when ${restated} then $3 else m.restated_at end
       from n where ${own}
         and (m.value, m.reason, m.numerator, m.denominator, m.sample, m.companions, m.excluded, m.caveats, m.definition)
           is distinct from (n.value, n.reason, n.numerator, n.denominator, n.sample, n.companions, n.excluded, n.caveats, n.definition))
     insert into app.measurements (tenant_id, kpi, "window", day, value, reason, numerator, denominator, sample, companions,
       excluded, caveats, definition, as_of)
     select $1, n.kpi, n."window", n.day, n.value, n.reason, n.numerator, n.denominator, n.sample, n.companions, n.excluded, n.caveats,
       n.definition, $3
     from n on conflict (tenant_id, kpi, "window", day) do nothing`,
    [work.tenant.id, JSON.stringify(rows), work.now],
  );
}
