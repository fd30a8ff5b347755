import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/db/client';
import { retailColumns } from '@/db/seed/online-retail/columns';
import { testDatabase } from '@/db/test-database';
import { readEvidence } from '../measurements/read-evidence';
import { breakdown, readKpi } from '../measurements/read-kpi';
import { kpiNamed } from '../measurements/reading';
import { recompute } from '../measurements/recompute';
import type { Access } from '../tenants/access';
import { testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { executeRun } from './execute-run';
import { startRun } from './start-run';
import { storeFile } from './stored-file';

/**
 * All of Online Retail, day file by day file, against figures computed straight from the files by another reader. Rows whose
 * country is no country (`Unspecified`, `European Community`) are kept aside; everything else is in: positive quantities
 * as order lines, negative ones as refunds on their own day. No code is declared a fee, so net revenue is Σ quantity × price.
 */
const folder = '../shared/data/online-retail/by-day';
const noCountry = new Set(['Unspecified', 'European Community']);
const iso: Record<string, string> = { EIRE: 'IE', RSA: 'ZA', 'Channel Islands': 'JE' };

interface Row {
  InvoiceNo: string;
  Quantity: string;
  UnitPrice: string;
  CustomerID: string;
  Country: string;
  InvoiceDate: string;
}
const oracle = {
  lines: 0,
  negative: 0,
  cancelled: 0,
  noCustomer: 0,
  kept: 0,
  invoices: new Set<string>(),
  customers: new Set<string>(),
  countries: new Set<string>(),
  sum: 0,
  byCountry: new Map<string, number>(),
  orders: new Set<string>(),
};
const at = '2011-11-30';
const from = '2010-12-01';

describe.runIf(existsSync(folder))('Online Retail, all 305 days', () => {
  let db: Awaited<ReturnType<typeof testDatabase>>;
  let access: Access;
  let counts = { read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };

  beforeAll(async () => {
    db = await testDatabase();
    useDatabase(db);
    access = await testTenant({ currency: 'GBP', zone: 'Europe/London' });
    const feed = await testFeed(access);
    const mapping = {
      ...retailColumns,
      countryNames: iso,
    };
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(305);
    for (const file of files) {
      const upload = await storeFile(access, join(folder, file), file);
      const { runId } = await withTenant(access, (work) => startRun(work, { feedId: feed, upload, mapping }));
      await executeRun(access, runId);
    }
    const [sum] = await withTenant(access, (work) =>
      work.query<typeof counts>(
        `select sum(read)::int as read, sum(inserted)::int as inserted, sum(updated)::int as updated, sum(unchanged)::int as unchanged,
           sum(rejected)::int as rejected from app.runs where tenant_id = $1`,
        [access.tenant.id],
      ),
    );
    counts = sum!;
    await recompute(access);
    for (const file of files) await countFile(join(folder, file));
  }, 900_000);
  afterAll(() => db.drop());

  async function countFile(path: string): Promise<void> {
    for await (const row of createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<Row>) {
      const amount = Math.round(Number(row.Quantity) * Number(row.UnitPrice) * 1000) / 1000;
      oracle.lines++;
      oracle.sum += amount;
      oracle.invoices.add(row.InvoiceNo);
      oracle.countries.add(row.Country);
      if (row.CustomerID) oracle.customers.add(row.CustomerID);
      else oracle.noCustomer++;
      if (row.Quantity.startsWith('-')) oracle.negative++;
      if (row.InvoiceNo.startsWith('C')) oracle.cancelled++;
      if (noCountry.has(row.Country)) continue;
      oracle.kept++;
      if (!row.Quantity.startsWith('-')) oracle.orders.add(row.InvoiceNo);
      const day = row.InvoiceDate.slice(0, 10);
      if (day >= from && day <= at) {
        const minor = Math.sign(amount) * Math.round(Math.abs(amount) * 100);
        oracle.byCountry.set(row.Country, (oracle.byCountry.get(row.Country) ?? 0) + minor);
      }
    }
  }

  it('is what it is said to be', () => {
    expect(oracle.lines).toBe(541_909);
    expect(oracle.invoices.size).toBe(25_900);
    expect(oracle.countries.size).toBe(38);
    expect(oracle.customers.size).toBe(4372);
    expect(oracle.negative).toBe(10_624);
    expect(oracle.cancelled).toBe(9288);
    expect(oracle.noCustomer).toBe(135_080);
    expect(oracle.sum.toFixed(2)).toBe('9747747.93');
  });

  it('comes in whole: every row is a record or kept aside with its reason', async () => {
    expect(counts).toEqual({
      read: oracle.lines,
      inserted: oracle.kept,
      updated: 0,
      unchanged: 0,
      rejected: oracle.lines - oracle.kept,
    });
    const [stored] = await withTenant(access, (work) =>
      work.query(
        `select (select count(*)::int from app.order_lines where tenant_id = $1) as lines,
                (select count(*)::int from app.refunds where tenant_id = $1) as refunds,
                (select count(*)::int from app.orders where tenant_id = $1) as orders,
                (select sum(amount_minor) from app.order_lines where tenant_id = $1)
                  - (select sum(amount_minor) from app.refunds where tenant_id = $1) as kept_minor,
                (select sum((raw ->> 'Quantity')::numeric * (raw ->> 'UnitPrice')::numeric) from app.rejects where tenant_id = $1) as aside,
                (select array_agg(distinct code) from app.rejects where tenant_id = $1) as codes,
                (select array_agg(distinct value order by value) from app.rejects where tenant_id = $1) as countries`,
        [access.tenant.id],
      ),
    );
    const negativeKept = oracle.kept - Number(stored!.lines);
    expect(stored).toMatchObject({
      orders: oracle.orders.size,
      refunds: negativeKept,
      codes: ['unknown_country'],
      countries: ['European Community', 'Unspecified'],
    });
    // Amounts are whole pennies a line; a few lines cost fractions of a penny, hence not quite to the penny.
    expect(Number(stored!.kept_minor) / 100 + Number(stored!.aside)).toBeCloseTo(oracle.sum, 0);
  });

  it('has the country concentration that the files have', async () => {
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'E07', at }));
    const amounts = [...oracle.byCountry.values()].map((a) => Math.max(a, 0));
    const total = amounts.reduce((a, b) => a + b, 0);
    const hhi = amounts.reduce((sum, a) => sum + (a / total) ** 2, 0) * 10_000;
    expect(reading.value).toBeCloseTo(hhi, 1);
    expect(reading.denominator).toBe(total);
    const by = await withTenant(access, (work) => breakdown(work, kpiNamed(work, 'E07'), '365d', at, 'country'));
    const uk = by.rows.find((r) => r.key === 'GB')!;
    expect(uk.numerator).toBe(oracle.byCountry.get('United Kingdom'));
    expect(by.rows).toHaveLength(oracle.byCountry.size);
  });

  it('shows the rows behind it, which add up', async () => {
    const evidence = await withTenant(access, (work) => readEvidence(work, { kpi: 'E07', at, limit: 100 }));
    expect(evidence.reconciles).toBe(true);
    expect(evidence.rows).toHaveLength(100);
    let sum = 0;
    let cursor: string | undefined;
    do {
      const page = await withTenant(access, (work) => readEvidence(work, { kpi: 'E07', at, limit: 1000, cursor }));
      sum += page.rows.reduce((s, row) => s + Number(row.num), 0);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(sum).toBe(evidence.totals.denominator);
  });

  it('knows who came back', async () => {
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'D06', at }));
    const direct = await withTenant(access, (work) =>
      work.query<{ entity: string; n: number }>(
        `select entity, sum(n)::int as n from app.entity_days where tenant_id = $1 and kpi = 'D06' and day between $2 and $3 group by 1`,
        [access.tenant.id, from, at],
      ),
    );
    expect(reading.denominator).toBe(direct.length);
    expect(reading.numerator).toBe(direct.filter((d) => d.n >= 2).length);
    const numerator = await withTenant(access, (work) =>
      readEvidence(work, { kpi: 'D06', at, part: 'numerator', limit: 50 }),
    );
    expect(numerator.reconciles).toBe(true);
    const repeaters = new Set(direct.filter((d) => d.n >= 2).map((d) => d.entity));
    expect(numerator.rows.every((row) => repeaters.has(String(row.entity)))).toBe(true);
  });

  it('says that one source is no index, and that shipments are missing', async () => {
    const silo = await withTenant(access, (work) => readKpi(work, { kpi: 'D01', at }));
    expect(silo).toMatchObject({ value: null, reason: 'single_source' });
    const otif = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at }));
    expect(otif).toMatchObject({ value: null, reason: 'feed_missing' });
  });
});
