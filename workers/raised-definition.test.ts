import { describe, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { closeMeasurements } from '@/domain/measurements/close';
import { outdatedKpis } from '@/domain/measurements/definitions';
import { listRestatements } from '@/domain/measurements/list-restatements';
import type { Access } from '@/domain/tenants/access';
import { ingestRecords, testFeed, testTenant } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { findKpi } from '@/kpis/catalogue';
import { jobByName } from './catalogue';
import { tickTenant } from './tick';

ownDatabase();

const sql = (access: Access, text: string) =>
  withTenant(access, (work) => work.query(`${text.replace('$tenant', `'${access.tenant.id}'`)}`));
const partials = (access: Access) =>
  sql(
    access,
    'select kpi, dim, day, key, num, den, rows from app.partials where tenant_id = $tenant order by 1, 2, 3, 4',
  );
const refresh = (access: Access) => jobByName.get('measurements.refresh')!.run(access, {});
const outdated = (access: Access) => withTenant(access, async (work) => (await outdatedKpis(work)).map((k) => k.code));

/** A tenant with a week of orders from two countries, computed. */
async function aTenant(): Promise<Access> {
  const access = await testTenant();
  const feed = await testFeed(access, 'shop', 'records');
  const order = (n: number) => ({
    source_id: `o${n}`,
    number: `o${n}`,
    channel: 'site',
    placed_at: `2025-01-0${1 + (n % 7)}T04:00:00Z`,
    ship_country: n % 3 ? 'US' : 'DE',
    currency: 'CNY',
    gross: '10',
  });
  await ingestRecords(
    access,
    feed,
    'order',
    Array.from({ length: 14 }, (_, n) => order(n)),
  );
  await refresh(access);
  return access;
}

describe('a KPI whose definition was raised', () => {
  it('is computed from the records by the refresh job, once, and no other is', async () => {
    const access = await aTenant();
    const right = await partials(access);
    expect(await outdated(access)).toEqual([]);

    // As if E07 had been summed by an older formula; E01, of the same facts, by the present one.
    await sql(access, "update app.kpi_definitions set definition = 0 where tenant_id = $tenant and kpi = 'E07'");
    await sql(access, "update app.partials set num = num + 7 where tenant_id = $tenant and kpi in ('E01', 'E07')");
    expect(await outdated(access)).toEqual(['E07']);
    await refresh(access);
    const after = (await partials(access)) as { kpi: string }[];
    const of = (rows: object[], kpi: string) => (rows as { kpi: string }[]).filter((r) => r.kpi === kpi);
    expect(of(after, 'E07')).toEqual(of(right, 'E07'));
    expect(of(after, 'E01')).not.toEqual(of(right, 'E01'));
    expect(await outdated(access)).toEqual([]);

    await sql(access, "update app.partials set num = num + 7 where tenant_id = $tenant and kpi = 'E07'");
    await refresh(access);
    expect(of(await partials(access), 'E07')).not.toEqual(of(right, 'E07'));
  });

  it('is new: it has values on old days without a command', async () => {
    const access = await aTenant();
    const measured = () =>
      sql(
        access,
        "select day, value, definition from app.measurements where tenant_id = $tenant and kpi = 'E07' order by day",
      );
    const right = await measured();
    expect(right).toHaveLength(7);
    for (const table of ['partials', 'measurements', 'kpi_definitions'])
      await sql(access, `delete from app.${table} where tenant_id = $tenant and kpi = 'E07'`);
    await refresh(access);
    expect(await measured()).toEqual(right);
  });

  it('is asked for by the tick', async () => {
    const access = await aTenant();
    const asked: string[] = [];
    const tick = () => tickTenant(access.tenant.id, async (job) => void asked.push(job), new Map());
    await tick();
    expect(asked).not.toContain('measurements.refresh');
    await sql(access, "update app.kpi_definitions set definition = 0 where tenant_id = $tenant and kpi = 'D06'");
    await tick();
    expect(asked).toContain('measurements.refresh');
  });

  it('says that the definition moved a closed value, and no run', async () => {
    const access = await aTenant();
    await withTenant(access, closeMeasurements);
    await sql(
      access,
      "update app.measurements set value = 1, definition = 0 where tenant_id = $tenant and kpi = 'E07' and day = '2025-01-07'",
    );
    await sql(access, "update app.kpi_definitions set definition = 0 where tenant_id = $tenant and kpi = 'E07'");
    await refresh(access);
    expect(await withTenant(access, (work) => listRestatements(work, { kpi: 'E07' }))).toMatchObject([
      { day: '2025-01-07', before: 1, definition: findKpi('E07')!.definition, runs: [] },
    ]);
  });
});

it('a tenant that never had anything is not computed twice', async () => {
  const access = await testTenant();
  await refresh(access);
  expect(await outdated(access)).toEqual([]);
  expect(await sql(access, 'select kpi from app.kpi_definitions where tenant_id = $tenant')).toEqual([]);
});
