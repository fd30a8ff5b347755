import type { KpiDeclaration, Unit, WindowId } from '@/kpis/kpi';
import type { Work } from '../work';
import type { Measured } from './measure';

/** What counts as one point of a unit when a closed value changes. */
export const pointOf: Readonly<Record<Unit, number>> = { '%': 1, ratio: 0.01, points: 100 };

/** Stores measurements. One that was closed and moves by more than a point is marked restated and logged with its cause. */
export async function storeMeasurements(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  measured: readonly Measured[],
  runIds: readonly string[],
): Promise<void> {
  if (!measured.length) return;
  const rows = JSON.stringify(measured.map((m) => ({ ...m, moved: pointOf[k.unit] })));
  const restated = `m.closed_at is not null and (abs(m.value - n.value) > n.moved or (m.value is null) <> (n.value is null))`;
  await work.query(
    `with n as materialized (
       select * from jsonb_to_recordset($4::jsonb) as n(day date, value float8, reason text, numerator bigint, denominator bigint,
         sample bigint, companions jsonb, excluded jsonb, caveats jsonb, moved float8)),
     logged as (
       insert into app.restatements (tenant_id, kpi, "window", day, before, after, run_ids, at)
       select $1, $2, $3, m.day, m.value, n.value, $5::jsonb, $6 from n
       join app.measurements m on m.tenant_id = $1 and m.kpi = $2 and m."window" = $3 and m.day = n.day where ${restated}),
     changed as (
       update app.measurements m set value = n.value, reason = n.reason, numerator = n.numerator, denominator = n.denominator,
         sample = n.sample, companions = n.companions, excluded = n.excluded, caveats = n.caveats, definition = $7, as_of = $6,
         restated_at = case when ${restated} then $6 else m.restated_at end
       from n where m.tenant_id = $1 and m.kpi = $2 and m."window" = $3 and m.day = n.day
         and (m.value, m.reason, m.numerator, m.denominator, m.sample, m.companions, m.excluded, m.caveats, m.definition)
           is distinct from (n.value, n.reason, n.numerator, n.denominator, n.sample, n.companions, n.excluded, n.caveats, $7::int))
     insert into app.measurements (tenant_id, kpi, "window", day, value, reason, numerator, denominator, sample, companions,
       excluded, caveats, definition, as_of)
     select $1, $2, $3, n.day, n.value, n.reason, n.numerator, n.denominator, n.sample, n.companions, n.excluded, n.caveats, $7, $6
     from n on conflict (tenant_id, kpi, "window", day) do nothing`,
    [work.tenant.id, k.code, window, rows, JSON.stringify(runIds), work.now, k.definition],
  );
}
