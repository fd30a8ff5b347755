import { beforeAll, describe, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { dayRange } from '@/lib/day';
import type { Access } from '../tenants/access';
import { rowsOf } from '../test-measured';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { codesWorded } from './codes-worded';
import { readEvidence } from './read-evidence';
import { readKpi } from './read-kpi';
import { readSeries } from './read-series';
import { recompute } from './recompute';

ownDatabase();
let access: Access;
beforeAll(async () => {
  access = await testTenant();
  const feed = await testFeed(access, 'process', 'records');
  const events = (day: string, resource: string) =>
    Array.from({ length: 20 }, (_, n) => ({
      source_id: `${day}-${n}`,
      case_id: `case-${(n * 7) % 20}`.replace(/-(\d)$/, '-0$1'),
      process: n < 5 ? 'listing' : 'customs_docs',
      step: 's',
      resource_kind: resource,
      started_at: `${day}T0${n % 10}:00:00Z`,
    }));
  await ingestRecords(access, feed, 'process_event', [
    ...events('2023-12-01', 'human'),
    ...events('2023-12-02', 'human'),
    ...events('2024-01-10', 'human'),
    ...events('2024-01-11', 'system'),
    ...events('2025-01-08', 'system'),
    ...events('2025-01-09', 'human'),
  ]);
  await recompute(access);
});

const asked = { kpi: 'C01', at: '2025-01-09' };
const page = (input: Partial<Parameters<typeof readEvidence>[1]>) =>
  withTenant(access, (work) => readEvidence(work, { ...asked, ...input }));

async function sorted(sort: string, column: string): Promise<string[]> {
  const values: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await page({ sort, cursor, limit: 7 });
    values.push(...rows.map((row) => `${row[column] instanceof Date ? row[column].toISOString() : row[column]}`));
    if (!next) return values;
    cursor = next;
  }
}

describe('evidence', () => {
  it('is sorted by a column over all its pages, either way', async () => {
    const cases = await sorted('case_id', 'case_id');
    expect(cases).toHaveLength(40);
    expect(cases).toEqual([...cases].sort());
    const times = await sorted('-at', 'at');
    expect(times).toHaveLength(40);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('offers codes, amounts and times, and stays newest first when another order is asked for', async () => {
    const { sortable, rows } = await page({ sort: 'process; drop table', cursor: undefined });
    expect(sortable).toEqual(['case_id', 'at']);
    expect(rows[0]!.day).toBe('2025-01-09');
    expect(rows.at(-1)!.day).toBe('2025-01-08');
  });

  it('is searched for a text, which stands for itself, and says how many of all rows hold it', async () => {
    const found = await page({ text: ' CASE-07 ', limit: 1 });
    expect(found).toMatchObject({ searchable: true, fitting: 2, totals: { rows: 40 }, reconciles: true });
    const rest = await page({ text: 'case-07', limit: 1, cursor: found.next! });
    expect([...found.rows, ...rest.rows].map((row) => [row.day, row.case_id])).toEqual([
      ['2025-01-09', 'case-07'],
      ['2025-01-08', 'case-07'],
    ]);
    expect(rest).toMatchObject({ next: null, fitting: 2 });
    const sortedRows = await page({ text: 'LIST', sort: 'at', part: 'numerator', limit: 3 });
    expect(sortedRows.fitting).toBe(5);
    expect(sortedRows.rows.map((row) => row.day)).toEqual(['2025-01-08', '2025-01-08', '2025-01-08']);
    expect(await page({ text: 'customs', dim: 'process', key: 'listing' })).toMatchObject({ fitting: 0, rows: [] });
    for (const text of ['%', '_', '\\', "'"]) expect((await page({ text })).fitting).toBe(text === '_' ? 30 : 0);
    expect((await page({ text: '  ' })).fitting).toBeNull();
  });

  it('is searched for the words that readers see in place of codes, in either language', async () => {
    const fits = async (text: string) => (await page({ text })).fitting;
    expect(await fits('customs PAPERS')).toBe(30);
    expect(await fits('报关')).toBe(30);
    expect(await fits('人工')).toBe(20);
    expect(await fits('上架')).toBe(10);
    expect(await fits('退货')).toBe(0);
    expect(codesWorded('why', '写法不同')).toEqual(['written_otherwise']);
    expect(codesWorded('cause', 'Late: carrier')).toEqual(['late_carrier']);
    expect(codesWorded('carrier', '无承运商')).toEqual(['none']);
    expect(codesWorded('missing', '无承运商')).toEqual([]);
  });

  it('is not counted where nobody asks for it', async () => {
    const found = await page({ text: 'case-07', counted: false });
    expect(found).toMatchObject({ fitting: null, next: null });
    expect(found.rows).toHaveLength(2);
  });

  it('says what the rows of a group sum up to', async () => {
    expect((await page({ dim: 'process', key: 'listing' })).group).toEqual({ num: 5, den: 10, rows: 10 });
    expect((await page({ dim: 'process', key: 'none such' })).group).toEqual({ num: 0, den: 0, rows: 0 });
    expect((await page({})).group).toBeNull();
  });

  it('pages through every row, also where one record stands in several groups', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const orders = Array.from({ length: 5 }, (_, i) => ({
      currency: 'CNY',
      gross: '10',
      source_id: `o${i}`,
      number: `o${i}`,
      status: 'shipped',
      placed_at: '2025-01-05T04:00:00Z',
    }));
    await ingestRecords(access, feed, 'order', orders);
    await recompute(access);
    const input = { kpi: 'D01', at: '2025-01-05' };
    const rows = await rowsOf(access, { ...input, limit: 3 });
    expect(rows).toHaveLength(10);
    expect(new Set(rows.map((r) => `${r.source_id} ${r.pair}`)).size).toBe(10);
  });

  it('is of the day that was measured when a later one is asked for', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const days = dayRange('2025-01-01', '2025-01-28');
    await ingestRecords(
      access,
      feed,
      'process_event',
      days.flatMap((day) =>
        [1, 2].map((n) => ({
          source_id: `${day} ${n}`,
          case_id: `${n}`,
          process: 'listing',
          step: 's',
          started_at: `${day}T0${n}:00:00Z`,
        })),
      ),
    );
    await recompute(access);
    const asked = { kpi: 'C01', at: '2025-01-30' };
    const reading = await withTenant(access, (work) => readKpi(work, { ...asked, by: 'process' }));
    expect(reading).toMatchObject({ denominator: 56, by: { rows: [{ denominator: 56 }] } });
    const evidence = await withTenant(access, (work) => readEvidence(work, asked));
    expect(evidence).toMatchObject({ totals: { denominator: 56 }, reconciles: true });
    expect(await rowsOf(access, asked)).toHaveLength(56);
  });

  it('does not claim to reconcile while days of its window wait', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    const event = (id: string) => ({
      source_id: id,
      case_id: id,
      process: 'listing',
      step: 's',
      started_at: '2025-01-05T04:00:00Z',
    });
    await ingestRecords(access, feed, 'process_event', [event('a')]);
    await recompute(access);
    const asked = { kpi: 'C01', at: '2025-01-05' };
    expect((await withTenant(access, (work) => readEvidence(work, asked))).reconciles).toBe(true);
    await ingestRecords(access, feed, 'process_event', [event('b')]);
    expect((await withTenant(access, (work) => readEvidence(work, asked))).reconciles).toBe(false);
  });

  it('refuses what it does not know in words', async () => {
    const access = await testTenant();
    const ask = (input: object) => withTenant(access, (work) => readEvidence(work, { kpi: 'C01', ...input }));
    await expect(ask({ part: 'constructor' })).rejects.toThrow('unknown_part');
    await expect(ask({ cursor: '2025-99-99~x' })).rejects.toThrow('bad_cursor');
    await expect(ask({ cursor: '2025-01-01~\u0000' })).rejects.toThrow('bad_cursor');
    await expect(ask({ at: '0000-01-01' })).rejects.toThrow('not_a_day');
    await expect(withTenant(access, (work) => readSeries(work, { kpi: 'C01', grain: 'constructor' }))).rejects.toThrow(
      'unknown_grain',
    );
    await expect(withTenant(access, (work) => readSeries(work, { kpi: 'C01', from: '0000-01-01' }))).rejects.toThrow(
      'not_a_day',
    );
  });
});

it('a value stands beside that of the same weekday a year before', async () => {
  const reading = await withTenant(access, (work) => readKpi(work, asked));
  expect(reading.value).toBe(50);
  expect(reading.lastYear).toEqual({ day: '2024-01-11', value: 50, begins: null });
  const early = await withTenant(access, (work) => readKpi(work, { ...asked, at: '2024-01-11' }));
  expect(early.lastYear).toEqual({ day: '2023-01-12', value: null, begins: null });
});

it('a value is not held against a window in which the data have only begun', async () => {
  const at = (day: string) => withTenant(access, (work) => readKpi(work, { ...asked, at: day }));
  const short = { value: null, begins: '2023-12-01' };
  expect((await at('2024-12-20')).lastYear).toEqual({ day: '2023-12-22', ...short });
  expect((await at('2024-12-21')).lastYear).toEqual({ day: '2023-12-23', value: 0, begins: null });
  const month = await at('2024-01-11');
  expect(month).toMatchObject({ value: 50, previous: { day: '2023-12-14', ...short }, change: null });
  // As long as both have begun alike, they are alike.
  expect((await at('2023-12-03')).previous).toEqual({ day: '2023-11-05', value: null, begins: null });
});
