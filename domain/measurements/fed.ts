import type { KpiDeclaration } from '@/kpis/kpi';
import { wasCurrent } from '../feeds/freshness';
import type { Work } from '../work';

/** Days that a KPI's feeds may be behind before its value is called stale. */
export const staleAfterDays = 3;

/** Up to when one record has come: by the feeds that it is still expected of (null where there are none), and by any. */
interface Mark {
  expected: string | null;
  latest: string | null;
}

export type Marks = Readonly<Record<string, Mark>>;

/**
 * Feeds that a record is still expected of. It is complete up to the earliest of them, so that one that falls silent makes the
 * KPI stale however lively the others are. The firm does not wait for a feed that it has paused or archived, nor for one that
 * brought history alone; where it waits for none, the record is complete up to the last that came, and grows old.
 */
const expected = `f.status = 'active' and f.archived_at is null and ${wasCurrent}`;

/** SQL: one row `marks`, the marks of the tenant $1 by record. */
export const marksSql = `
  select coalesce(jsonb_object_agg(record, jsonb_build_object('expected', expected, 'latest', latest)), '{}') as marks from (
    select r.record, min(r.watermark) filter (where ${expected}) as expected, max(r.watermark) as latest
    from app.feed_records r join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
    where r.tenant_id = $1 group by r.record) r`;

export async function marksOf(work: Work): Promise<Marks> {
  const [row] = await work.query<{ marks: Marks }>(marksSql, [work.tenant.id]);
  return row!.marks;
}

/** Whether a record that the KPI needs has never come. */
export const lacks = (k: KpiDeclaration, marks: Marks): boolean => k.needs.some((record) => !(record in marks));

/**
 * Up to when the feeds of a KPI have delivered: those of the records that it needs, and of the others that it follows where they
 * are expected. Without the latter a feed that stops would take its unmatched rows out of an index, and so better it. Null when
 * nothing that it needs has a time.
 */
export function fedUntil(k: KpiDeclaration, marks: Marks): Date | null {
  const needed = k.needs.map((record) => marks[record]?.expected ?? marks[record]?.latest ?? null);
  if (needed.includes(null)) return null;
  const others = k.follows.map((record) => marks[record]?.expected ?? null);
  const instants = [...needed, ...others].flatMap((mark) => (mark === null ? [] : [Date.parse(mark)]));
  return new Date(Math.min(...instants));
}
