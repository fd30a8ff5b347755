import pg from 'pg';
import type { EuroRates } from './showcase/rates-file';

/** The last day for which the ECB's rates of the demo's currencies are loaded, and the rates. */
export async function lastEcbRates(ownerUrl: string): Promise<{ on: string; rates: EuroRates }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ on: string; currency: keyof EuroRates; rate: string }>(
      `select "on"::text, currency, rate from reference.ecb_rates
       where currency in ('USD', 'JPY', 'GBP', 'CNY') and "on" = (select max("on") from reference.ecb_rates where currency = 'CNY')`,
    );
    const rates = Object.fromEntries(rows.map((r) => [r.currency, Number(r.rate)])) as unknown as EuroRates;
    if (!rows[0] || !(rates.USD && rates.JPY && rates.GBP && rates.CNY))
      throw new Error('The ECB rates of USD, JPY, GBP and CNY are not loaded.');
    return { on: rows[0].on, rates };
  } finally {
    await client.end();
  }
}
