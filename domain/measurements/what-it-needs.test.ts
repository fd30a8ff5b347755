import { expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { ingest, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { recompute } from './recompute';

ownDatabase();

test('refunds that come before any order make no value, and leave none behind when the orders come', async () => {
  const access = await testTenant();
  const feed = await testFeed(access);
  const mapping = {
    target: 'sales_lines',
    columns: { order_number: 'no', quantity: 'qty', placed_at: 'at' },
    constants: { currency: 'CNY', unit_price: '9', channel: 'site', country: 'DE', sku: 's' },
    timezone: 'UTC',
  };
  const measuredUntil = async () => {
    await recompute(access);
    const [row] = await withTenant(access, (work) =>
      work.query<{ last: string | null }>(
        "select max(day)::text as last from app.measurements where tenant_id = $1 and kpi = 'E01'",
        [access.tenant.id],
      ),
    );
    return row!.last;
  };
  await ingest(access, feed, 'no,qty,at\nF1,-1,2025-03-25', mapping);
  expect(await measuredUntil()).toBeNull();
  await ingest(access, feed, 'no,qty,at\nF2,1,2025-03-06', mapping);
  // The day of the last order and three that it stands for.
  expect(await measuredUntil()).toBe('2025-03-09');
});
