import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { addDays, type Day, dayRange } from '@/lib/day';
import { at, orderBase, partialsOf } from '../test-measured';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { closeMeasurements, markVolatileDays } from './close';
import { listRestatements } from './list-restatements';
import { readKpi } from './read-kpi';
import { recompute } from './recompute';

ownDatabase();
afterEach(() => vi.useRealTimers());

describe('recompute', () => {
  const orders = (days: readonly Day[], rest: object = {}) =>
    days.map((day) => ({ ...orderBase, source_id: day, number: day, channel: 'a', placed_at: at(day), ...rest }));

  it('in full moves nothing that is closed', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const days = dayRange('2024-01-01', '2024-10-01');
    await ingestRecords(access, feed, 'order', orders(days.slice(0, 150), { ship_country: 'US' }));
    await ingestRecords(access, feed, 'order', orders(days.slice(150), { ship_country: 'DE' }));
    await recompute(access);
    await withTenant(access, closeMeasurements);
    const stored = () =>
      withTenant(access, (work) =>
        work.query(
          'select kpi, "window", day, value, closed_at, restated_at from app.measurements where tenant_id = $1 order by 1, 2, 3',
          [access.tenant.id],
        ),
      );
    const before = await stored();
    await recompute(access, { full: true });
    expect(await withTenant(access, (work) => listRestatements(work))).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('knows that history grew when an old day comes late', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    await ingestRecords(access, feed, 'order', orders(dayRange('2025-01-01', '2025-01-10')));
    await recompute(access);
    await ingestRecords(access, feed, 'order', orders(['2023-01-01']));
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'E01', at: '2025-01-05' }));
    expect(reading.caveats).toEqual([]);
  });

  it('leaves a day to the feed that is still marking it, and does not wait', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    await ingestRecords(access, feed, 'order', orders(['2025-01-01', '2025-01-02']));
    await withTenant(access, async (work) => {
      await work.query("update app.dirty_days set marked_at = now() where tenant_id = $1 and day = '2025-01-02'", [
        access.tenant.id,
      ]);
      await recompute(access);
      expect(await partialsOf(access, 'E01')).not.toHaveLength(0);
    });
    expect(
      await withTenant(access, (work) =>
        work.query('select distinct day from app.dirty_days where tenant_id = $1', [access.tenant.id]),
      ),
    ).toEqual([{ day: '2025-01-02' }]);
  });

  it('counts what has come due while nothing ran', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'carrier', 'records');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at('2025-02-01')) });
    const days = dayRange('2025-01-20', '2025-02-08');
    await ingestRecords(
      access,
      feed,
      'shipment',
      days.map((day) => ({
        source_id: day,
        order_number: day,
        to_country: 'CN',
        promised_deliver_at: at(day),
        shipped_at: at('2025-01-19'),
      })),
    );
    await recompute(access);
    const later = addDays('2025-02-01', 20);
    vi.setSystemTime(new Date(at(later, '10:00:00Z')));
    await ingestRecords(access, feed, 'shipment', [{ source_id: 'alive', to_country: 'CN', shipped_at: at(later) }]);
    await withTenant(access, markVolatileDays);
    await recompute(access);
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at: '2025-02-08' }));
    expect(reading).toMatchObject({ denominator: 20, numerator: 0 });
  });
});
