import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '@/db/test-database';
import { loadEcbRates } from './load-ecb-rates';

const db = await testDatabase();
afterAll(() => db.drop());

async function query<T extends object>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    return (await client.query<T & pg.QueryResultRow>(text)).rows;
  } finally {
    await client.end();
  }
}

it('loads the shipped rates once, as the ECB publishes them', async () => {
  expect(await loadEcbRates(db.ownerUrl)).toBe(true);
  expect(await loadEcbRates(db.ownerUrl)).toBe(false);
  const [all] = await query<{ days: number; currencies: number; last: string }>(
    `select count(distinct "on")::int as days, count(distinct currency)::int as currencies, max("on")::text as last
     from reference.ecb_rates`,
  );
  expect(all).toEqual({ days: 6983, currencies: 41, last: '2026-04-13' });
  const rates = await query<{ currency: string; rate: string }>(
    `select currency, rate from reference.ecb_rates where "on" = '2026-04-13' and currency in ('USD', 'JPY', 'CNY') order by 1`,
  );
  expect(rates).toEqual([
    { currency: 'CNY', rate: '7.9827' },
    { currency: 'JPY', rate: '186.75' },
    { currency: 'USD', rate: '1.1684' },
  ]);
});

it('takes another file in its place, and leaves the old rates when the new file is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rates-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  expect(await loadEcbRates(db.ownerUrl, file('a.csv', 'Date,USD,BGN,\n2030-01-02,1.5,N/A,\n'))).toBe(true);
  await expect(loadEcbRates(db.ownerUrl, file('b.csv', 'Day,Price\n2030-01-02,1.5\n'))).rejects.toThrow('column Date');
  expect(await query('select currency, "on"::text, rate from reference.ecb_rates')).toEqual([
    { currency: 'USD', on: '2030-01-02', rate: '1.5' },
  ]);
});
