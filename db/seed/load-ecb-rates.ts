import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openTable } from '@/lib/files/open-table';

/** The file that comes with Fairway; see ecb/SOURCE.md. */
const shippedRates = 'db/seed/ecb/eurofxref-hist.zip';

/** One line of COPY for each rate of a file in the ECB's layout: one row a day, one column a currency, N/A for none. */
async function* copyLines(path: string): AsyncGenerator<string> {
  const table = await openTable(path);
  try {
    const date = table.header.indexOf('Date');
    const currencies = table.header.flatMap((name, i) => (/^[A-Z]{3}$/.test(name) ? [[name, i] as const] : []));
    if (date < 0 || !currencies.length)
      throw new Error(`${path} is no file of ECB rates: it needs a column Date and a column for each currency.`);
    for await (const batch of table.rows()) {
      let lines = '';
      for (const { cells } of batch)
        for (const [currency, i] of currencies) {
          const rate = cells[i]!.trim();
          if (/^\d+(\.\d+)?$/.test(rate)) lines += `${currency}\t${cells[date]}\t${rate}\n`;
        }
      yield lines;
    }
  } finally {
    await table.close();
  }
}

/**
 * Puts the ECB's euro reference rates where all tenants read them, in place of what is there. Does nothing when this very
 * file is loaded already (its hash stands in the table's comment).
 * @param ownerUrl a connection as the owner of the tables; no other role may write there
 * @returns whether something was loaded
 */
export async function loadEcbRates(ownerUrl: string, path: string = shippedRates): Promise<boolean> {
  const mark = `sha256 ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const loaded = async () =>
      (await client.query<{ mark: string | null }>(`select obj_description('reference.ecb_rates'::regclass) as mark`))
        .rows[0]?.mark === mark;
    if (await loaded()) return false;
    await client.query('begin');
    await client.query('lock table reference.ecb_rates in share row exclusive mode');
    if (await loaded()) return false;
    await client.query('delete from reference.ecb_rates');
    await pipeline(
      Readable.from(copyLines(path)),
      client.query(copyFrom('copy reference.ecb_rates (currency, "on", rate) from stdin')),
    );
    await client.query(`comment on table reference.ecb_rates is '${mark}'`);
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}
