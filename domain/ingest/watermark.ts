import type { Day } from '@/lib/day';
import { recordNamed } from '@/records/catalogue';
import type { Work } from '../work';
import type { Incoming } from './assemble';

/**
 * Notes what a feed has delivered of each record: the days it spans and the latest instant that is not in the future; and when
 * that instant came, which tells news from history (see feeds/freshness.ts).
 */
export async function noteWatermarks(
  work: Work,
  feedId: string,
  byRecord: ReadonlyMap<string, readonly Incoming[]>,
): Promise<void> {
  for (const [name, rows] of [...byRecord].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const r = recordNamed(name);
    let first: Day | null = null;
    let last: Day | null = null;
    let watermark: Date | null = null;
    for (const { row, deleted } of rows) {
      if (deleted) continue;
      const day = row.day as Day | null | undefined;
      if (day) {
        if (!first || day < first) first = day;
        if (!last || day > last) last = day;
      }
      for (const name of r.at) {
        const at = row[name];
        if (at instanceof Date && at <= work.now && (!watermark || at > watermark)) watermark = at;
      }
    }
    await work.query(
      `insert into app.feed_records as f (tenant_id, feed_id, record, first_day, last_day, watermark, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, feed_id, record) do update set first_day = least(f.first_day, excluded.first_day),
         last_day = greatest(f.last_day, excluded.last_day), watermark = greatest(f.watermark, excluded.watermark),
         updated_at = case when excluded.watermark <= f.watermark then f.updated_at else excluded.updated_at end`,
      [work.tenant.id, feedId, name, first, last, watermark, work.now],
    );
  }
}
