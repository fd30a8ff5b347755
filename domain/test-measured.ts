import type { Day } from '@/lib/day';
import { readEvidence } from './measurements/read-evidence';
import type { Access } from './tenants/access';
import { withTenant } from './work';

/** The rows that a value rests on, all pages of them. */
export async function rowsOf(access: Access, input: Parameters<typeof readEvidence>[1]) {
  const rows: Record<string, unknown>[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await withTenant(access, (work) => readEvidence(work, { limit: 1000, ...input, cursor }));
    rows.push(...page.rows);
    if (!page.next) return rows;
    cursor = page.next;
  }
}

/** The sums of a KPI by day and group, as they are stored. */
export const partialsOf = (access: Access, kpi: string) =>
  withTenant(access, (work) =>
    work.query(
      'select dim, day, key, num, den, rows from app.partials where tenant_id = $1 and kpi = $2 order by 1, 2, 3',
      [access.tenant.id, kpi],
    ),
  );

/** What each order of these tests has at least. */
export const orderBase = { currency: 'CNY', gross: '10' };

/** An instant on a day; 04:00 UTC is noon in Shanghai. */
export const at = (day: Day, time = '04:00:00Z'): string => `${day}T${time}`;
