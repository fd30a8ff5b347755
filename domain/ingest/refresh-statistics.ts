import { recordNamed } from '@/records/catalogue';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';

/** The records that a load of this target writes. */
const written = (target: string): string[] =>
  target === 'sales_lines' ? ['order', 'order_line', 'refund', 'customer_identity'] : [target];

/**
 * Has PostgreSQL look at the tables of a target now, instead of when autovacuum comes by. To statistics from before a
 * tenant's first load its rows do not exist, and what joins them is planned as if there were none: minutes for seconds.
 */
export const refreshStatistics = (access: Access, target: string): Promise<void> =>
  withTenant(access, async (work) => {
    await work.query('select app.refresh_statistics($1)', [written(target).map((name) => recordNamed(name).table)]);
  });
