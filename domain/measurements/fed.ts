import type { KpiDeclaration } from '@/kpis/kpi';
import { wasCurrent } from '../feeds/freshness';
import type { Work } from '../work';

/** Days that a KPI's feeds may be behind before its value is called stale. */
export const staleAfterDays = 3;

/** Up to when one record has come: by the feeds that it is still expected of (null where there are none), and by any. */
interface Mark {
  expected: Date | null;
  latest: Date | null;
}

export type Marks = Readonly<Record<string, Mark>>;

/**
 * Feeds that a record is still expected of. It is complete up to the earliest of them, so that one that falls silent makes the
 * KPI stale however lively the others are. The firm does not wait for a feed that it has paused or archived, nor for one that
 * brought history alone; where it waits for none, the record is complete up to the last that came, and grows old.
 */
const expected = `f.status = 'active' and f.archived_at is null and ${wasCurrent}`;

/** The marks of the tenant, by record. */
export async function marksOf(work: Work): Promise<Marks> {
  const rows = await work.query<Mark & { record: string }>(
    `select r.record, min(r.watermark) filter (where ${expected}) as expected, max(r.watermark) as latest
     from app.feed_records r join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
     where r.tenant_id = $1 group by r.record`,
    [work.tenant.id],
  );
  return Object.fromEntries(rows.map(({ record, expected, latest }) => [record, { expected, latest }]));
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
  const instants = [...needed, ...others].flatMap((mark) => (mark === null ? [] : [mark.getTime()]));
  return new Date(Math.min(...instants));
}
