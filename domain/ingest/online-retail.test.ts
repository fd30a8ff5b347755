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
  /** Net revenue in pence by day and country. */
  byDay: new Map<string, Map<string, number>>(),
  orders: new Map<string, Order>(),
  /** Pence given back by invoice. */
  refunded: new Map<string, number>(),
};
const at = '2011-11-30';
const from = '2010-12-01';

interface Order {
  number: string;
  customer: string;
  country: string;
  day: string;
  placedAt: number;
  pence: number;
}

/** An instant of a wall clock in London, which is ahead in summer. */
const inLondon = (text: string): number =>
  Date.parse(`${text.replace(' ', 'T')}Z`) - (text >= '2011-03-27 02' && text < '2011-10-30 02' ? 3_600_000 : 0);

/** Pence by country over the 365 days that end on a day. */
function byCountry(day: string): Map<string, number> {
  const first = new Date(Date.parse(day) - 364 * 86_400_000).toISOString().slice(0, 10);
  const sums = new Map<string, number>();
  for (const [on, countries] of oracle.byDay) {
    if (on < first || on > day) continue;
    for (const [country, pence] of countries) sums.set(country, (sums.get(country) ?? 0) + pence);
  }
  return sums;
}

/**
 * Qualifying orders by customer: not given back in full; of those of one customer to one country an order within 24 hours of an
 * earlier one is the same.
 */
function ordersByCustomer(): Map<string, number> {
  const counts = new Map<string, number>();
  const last = new Map<string, number>();
  const orders = [...oracle.orders.values()].sort((a, b) => a.placedAt - b.placedAt || (a.number < b.number ? -1 : 1));
  for (const { number, customer, country, day, placedAt, pence } of orders) {
    if (!customer || (pence > 0 && (oracle.refunded.get(number) ?? 0) >= pence)) continue;
    const before = last.get(`${customer} ${country}`);
    last.set(`${customer} ${country}`, placedAt);
    if (day < from || day > at || (before !== undefined && placedAt - before <= 86_400_000)) continue;
    counts.set(customer, (counts.get(customer) ?? 0) + 1);
  }
  return counts;
}

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
      const day = row.InvoiceDate.slice(0, 10);
      const pence = Math.sign(amount) * Math.round(Math.abs(amount) * 100);
      const countries = oracle.byDay.get(day) ?? new Map<string, number>();
      oracle.byDay.set(day, countries.set(row.Country, (countries.get(row.Country) ?? 0) + pence));
      if (row.Quantity.startsWith('-')) {
        oracle.refunded.set(row.InvoiceNo, (oracle.refunded.get(row.InvoiceNo) ?? 0) - pence);
        continue;
      }
      const order = oracle.orders.get(row.InvoiceNo) ?? {
        number: row.InvoiceNo,
        customer: row.CustomerID,
        country: row.Country,
        day,
        placedAt: inLondon(row.InvoiceDate),
        pence: 0,
      };
      oracle.orders.set(row.InvoiceNo, { ...order, pence: order.pence + pence });
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

  it.each(['2011-02-28', '2011-06-15', at])('has the country concentration that the files have, on %s', async (at) => {
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'E07', at }));
    const pence = byCountry(at);
    const amounts = [...pence.values()].map((a) => Math.max(a, 0));
    const total = amounts.reduce((a, b) => a + b, 0);
    const hhi = amounts.reduce((sum, a) => sum + (a / total) ** 2, 0) * 10_000;
    expect(reading.value).toBeCloseTo(hhi, 1);
    expect(reading.denominator).toBe(total);
    const by = await withTenant(access, (work) => breakdown(work, kpiNamed(work, 'E07'), '365d', at, 'country'));
    const uk = by.rows.find((r) => r.key === 'GB')!;
    expect(uk.numerator).toBe(pence.get('United Kingdom'));
    expect(by.rows).toHaveLength(pence.size);
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

  it('knows who came back, and how many orders name nobody', async () => {
    const reading = await withTenant(access, (work) => readKpi(work, { kpi: 'D06', at }));
    const direct = ordersByCustomer();
    const repeaters = [...direct].filter(([, n]) => n >= 2).map(([customer]) => `login:website:${customer}`);
    expect(reading).toMatchObject({ denominator: direct.size, numerator: repeaters.length });
    expect(reading.value).toBeCloseTo((100 * repeaters.length) / direct.size, 9);
    const nameless = [...oracle.orders.values()].filter((o) => !o.customer && o.day >= from && o.day <= at);
    expect(reading.excluded.no_customer).toBe(nameless.length);
    const numerator = await withTenant(access, (work) =>
      readEvidence(work, { kpi: 'D06', at, part: 'numerator', limit: 50 }),
    );
    expect(numerator.reconciles).toBe(true);
    expect(numerator.rows.every((row) => repeaters.includes(String(row.entity)))).toBe(true);
  });

  it('says that one source is no index, and that shipments are missing', async () => {
    const silo = await withTenant(access, (work) => readKpi(work, { kpi: 'D01', at }));
    expect(silo).toMatchObject({ value: null, reason: 'single_source' });
    const otif = await withTenant(access, (work) => readKpi(work, { kpi: 'C07', at }));
    expect(otif).toMatchObject({ value: null, reason: 'feed_missing' });
  });
});
