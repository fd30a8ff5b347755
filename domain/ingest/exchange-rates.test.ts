import { describe, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { ingest, testFeed, testTenant, uploadText } from '../test-tenant';
import { withTenant } from '../work';
import { executeRun } from './execute-run';
import { listRejects } from './list-rejects';
import { previewFile } from './preview-file';
import { getRun } from './read-runs';
import { replayRun } from './start-run';

ownDatabase();

/** The ECB's own layout: a column a currency, N/A where there is none, a comma at each line's end. */
const ecb = 'Date,USD,JPY,CNY,\n2025-03-03,1.05,157.5,7.6,\n2025-02-28,1.04,N/A,7.5,\n';
const sales = 'no,sku,qty,price,at,to\n1,A,2,10.00,2025-03-02 10:00:00,US\n2,A,1,10.00,2025-03-20 10:00:00,US\n';
const mapping = {
  target: 'sales_lines',
  columns: { order_number: 'no', sku: 'sku', quantity: 'qty', unit_price: 'price', placed_at: 'at', country: 'to' },
  constants: { currency: 'USD', channel: 'site' },
  timezone: 'Asia/Shanghai',
};

describe('exchange rates', () => {
  it('hold back what has none, come from the ECB layout by a suggested mapping, and are frozen on the row at replay', async () => {
    const access = await testTenant();
    const shop = await testFeed(access, 'shop');
    // What the run will hold back is said before it.
    const asked = { upload: await uploadText(access, sales, 'sales.csv'), mapping };
    const before = await withTenant(access, (work) => previewFile(work, asked));
    expect(before.rows.map((row) => row.problems.map((problem) => problem.code))).toEqual([
      ['fx_rate_missing'],
      ['fx_rate_missing'],
    ]);
    const run = await ingest(access, shop, sales, mapping);
    expect(run).toMatchObject({ status: 'partial', inserted: 0, rejected: 2 });
    const { data } = await withTenant(access, (work) => listRejects(work, { runId: run.id }));
    expect(data.map((r) => r.code)).toEqual(['fx_rate_missing', 'fx_rate_missing']);
    expect(data.map((r) => r.value)).toEqual(['USD', 'USD']);
    expect(data[0]!.params).toMatchObject({ currency: 'USD', day: '2025-03-02' });

    const upload = await uploadText(access, ecb, 'eurofxref-hist.csv');
    const preview = await withTenant(access, (work) => previewFile(work, { upload }));
    expect(preview).toMatchObject({ suggested: true, unmapped: [], mapping: { target: 'fx_rate' } });
    expect(preview.rows.flatMap((row) => row.problems)).toEqual([]);
    const rates = await testFeed(access, 'rates');
    expect(await ingest(access, rates, upload, preview.mapping)).toMatchObject({ read: 5, inserted: 5, rejected: 0 });

    const after = await withTenant(access, (work) => previewFile(work, asked));
    expect(after.rows.map((row) => row.problems.length)).toEqual([0, 1]);

    const { runId } = await withTenant(access, (work) => replayRun(work, run.id));
    await executeRun(access, runId);
    // 2 March takes Friday's rate; 20 March is over a week after the last one and stays held back.
    expect(await withTenant(access, (work) => getRun(work, runId))).toMatchObject({
      read: 2,
      inserted: 1,
      rejected: 1,
      openRejects: 1,
    });
    const [order] = await withTenant(access, (work) =>
      work.query(
        'select net_reporting_minor, fx_rate::float8 as rate, fx_on, fx_source from app.orders where tenant_id = $1',
        [access.tenant.id],
      ),
    );
    expect(order).toMatchObject({ fx_on: '2025-02-28', fx_source: 'ECB', net_reporting_minor: 14_423 });
    expect(order!.rate).toBeCloseTo(7.5 / 1.04, 8);
  });
});
