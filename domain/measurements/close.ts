import { kpis } from '@/kpis/catalogue';
import { addDays } from '@/lib/day';
import type { Work } from '../work';
import { today } from './partials';

/**
 * Makes measurements final whose late data has had its time, as far as no day of theirs still waits to be computed.
 * Answers how many were closed.
 */
export async function closeMeasurements(work: Work): Promise<number> {
  const tenant = work.tenant.id;
  let closed = 0;
  for (const k of kpis) {
    closed += await work.execute(
      `update app.measurements set closed_at = $4 where tenant_id = $1 and kpi = $2 and closed_at is null and day < $3
         and not exists (select from app.dirty_days d where d.tenant_id = $1 and d.record = any($5))`,
      [tenant, k.code, addDays(today(work), -k.latenessDays), work.now, k.follows],
    );
  }
  return closed;
}

/** Marks the recent days whose facts change by the passing of time alone (pending, not yet due); once a day. */
export async function markVolatileDays(work: Work): Promise<void> {
  const reach = new Map<string, number>();
  for (const k of kpis) {
    for (const record of k.volatileDays ? k.follows : [])
      reach.set(record, Math.max(reach.get(record) ?? 0, k.volatileDays));
  }
  for (const [record, days] of reach) {
    await work.query(
      `insert into app.dirty_days (tenant_id, record, day) select $1, $2, d::date from generate_series($3::date, $4::date, '1 day') d
       on conflict (tenant_id, record, day) do update set marked_at = now()`,
      [work.tenant.id, record, addDays(today(work), -days), today(work)],
    );
  }
}
