import { kpis } from '@/kpis/catalogue';
import { addDays } from '@/lib/day';
import type { Work } from '../work';
import { today } from './tenant-today';

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

/**
 * Marks the days on which something waits for time alone to pass (pending, not yet due), so that it is seen again; once a
 * day. The partials know these days, so that nothing is missed however long nobody ran this.
 */
export async function markVolatileDays(work: Work): Promise<void> {
  for (const k of kpis) {
    if (!k.waiting) continue;
    await work.query(
      `insert into app.dirty_days (tenant_id, record, day)
       select distinct $1::uuid, $2, day from app.partials
       where tenant_id = $1 and kpi = $3 and dim = any($6) and key = any($4) and day <= $5 order by 3
       on conflict (tenant_id, record, day) do update set marked_at = now()`,
      [
        work.tenant.id,
        k.follows[0],
        k.code,
        k.waiting,
        today(work),
        ['excluded', ...(k.beside ?? []).map((b) => b.dim)],
      ],
    );
  }
}
