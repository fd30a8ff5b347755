import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { readEvidence } from '../measurements/read-evidence';
import { readKpi } from '../measurements/read-kpi';
import { recompute } from '../measurements/recompute';
import type { Access } from '../tenants/access';
import { ingest, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { storeFile } from './stored-file';

/**
 * SCMS: ten years of shipments to 43 countries, one row a line. Every row is a shipment of its own (its ID), promised on
 * its scheduled date and delivered on `Delivered to Client Date`; dates are as written, so days are cut in UTC. There are no
 * order lines, so a shipment is one line of C07: on time when not delivered after its scheduled date.
 */
const file = '../shared/data/scms/SCMS_Delivery_History_Dataset.csv';

describe.runIf(existsSync(file))('SCMS', () => {
  let db: Awaited<ReturnType<typeof testDatabase>>;
  let access: Access;
  let feed: string;
  const rows = existsSync(file)
    ? (parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[])
    : [];
  const mapping = {
    target: 'shipment',
    columns: {
      source_id: 'ID',
      order_number: 'PO / SO #',
      tracking_no: 'ASN/DN #',
      to_country: 'Country',
      carrier: 'Vendor',
      service: 'Shipment Mode',
      promised_deliver_at: 'Scheduled Delivery Date',
      delivered_at: 'Delivered to Client Date',
    },
    timezone: 'UTC',
    dateFormat: 'd-MMM-yy',
    countryNames: { 'Congo, DRC': 'CD', "Côte d'Ivoire": 'CI' },
  };
  const late = rows.filter(
    (r) => Date.parse(r['Delivered to Client Date']!) > Date.parse(r['Scheduled Delivery Date']!),
  );

  beforeAll(async () => {
    db = await testDatabase();
    useDatabase(db);
    access = await testTenant({ zone: 'UTC', currency: 'USD' });
    feed = await testFeed(access);
  });
  afterAll(() => db.drop());

  it('is what it is said to be', () => {
    expect(rows).toHaveLength(10_324);
    expect(new Set(rows.map((r) => r['PO / SO #'])).size).toBe(6233);
    expect(new Set(rows.map((r) => r.Country)).size).toBe(43);
    expect(late).toHaveLength(1186);
  });

  it('comes in whole by mapping alone', async () => {
    const run = await ingest(access, feed, await storeFile(access, file, 'SCMS.csv'), mapping);
    expect(run).toMatchObject({ error: null, read: 10_324, inserted: 10_324, rejected: 0 });
    const [stored] = await withTenant(access, (work) =>
      work.query(
        `select count(*)::int as shipments, count(distinct order_number)::int as orders, count(distinct to_country)::int as countries,
           count(*) filter (where delivered_on > promised_on)::int as late from app.shipments where tenant_id = $1`,
        [access.tenant.id],
      ),
    );
    expect(stored).toEqual({ shipments: 10_324, orders: 6233, countries: 43, late: 1186 });
  });

  it('has the OTIF that the file has, in every month and in all', async () => {
    await recompute(access);
    const monthOf = (r: Record<string, string>) => {
      const d = new Date(`${r['Scheduled Delivery Date']} UTC`);
      return d.toISOString().slice(0, 7);
    };
    const months = new Map<string, { due: number; failed: number }>();
    for (const row of rows) {
      const m = months.get(monthOf(row)) ?? { due: 0, failed: 0 };
      months.set(monthOf(row), m);
      m.due++;
      if (late.includes(row)) m.failed++;
    }
    let due = 0;
    let failed = 0;
    for (const [month, expected] of months) {
      const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
      if (end > '2015-09-14') continue;
      const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at: end, window: 'month' }));
      expect([month, reading.denominator, reading.denominator - reading.numerator]).toEqual([
        month,
        expected.due,
        expected.failed,
      ]);
      if (expected.due < 30) expect(reading).toMatchObject({ value: null, reason: 'sample_too_small' });
      else expect(reading.value).toBeCloseTo(100 - (100 * expected.failed) / expected.due, 9);
      due += expected.due;
      failed += expected.failed;
    }
    expect(due).toBeGreaterThan(10_000);
    expect(failed).toBeGreaterThan(1100);
    const [sum] = await withTenant(access, (work) =>
      work.query(
        "select sum(den)::int as due, sum(den - num)::int as failed from app.partials where tenant_id = $1 and kpi = 'C07' and dim = ''",
        [access.tenant.id],
      ),
    );
    expect(sum).toEqual({ due: 10_324, failed: 1186 });
  });

  it('shows late lines with their cause, and reconciles', async () => {
    const at = '2014-06-30';
    const evidence = await withTenant(access, (work) =>
      readEvidence(work, { kpi: 'C07', at, window: 'month', dim: 'cause', key: 'late_carrier', limit: 1000 }),
    );
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at, window: 'month' }));
    expect(evidence.reconciles).toBe(true);
    expect(evidence.rows).toHaveLength(reading.denominator - reading.numerator);
  });
});
