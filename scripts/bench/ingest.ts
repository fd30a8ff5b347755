import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { retailColumns } from '@/db/seed/online-retail/columns';
import { executeRun } from '@/domain/ingest/execute-run';
import { getRun } from '@/domain/ingest/read-runs';
import { startRun } from '@/domain/ingest/start-run';
import { storeFile } from '@/domain/ingest/stored-file';
import { withTenant } from '@/domain/work';
import { env } from '@/lib/env';
import { asOwner, type BenchContext, seconds } from './context';
import type { BenchRow } from './main';
import { benchFeed, benchTenant } from './tenant';

/** A flat sales file: ten lines an order, two thousand orders a day. */
async function writeFile(path: string, lines: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n');
  const countries = ['United Kingdom', 'Germany', 'France', 'Spain', 'Japan'];
  for (let i = 0; i < lines; i += 10) {
    const order = i / 10;
    const at = new Date(Date.UTC(2024, 0, 1) + order * 43_200).toISOString().slice(0, 19).replace('T', ' ');
    let chunk = '';
    for (let j = 0; j < 10; j++) {
      chunk += `${500_000 + order},SKU${(order * 7 + j * 131) % 4000},ITEM ${j} OF ITS KIND,${1 + (j % 6)},${at},${2 + (j % 9)}.95,${10_000 + (order % 30_000)},${countries[order % 5]}\n`;
    }
    if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await finished(out.end());
}

/** Rows of app.order_lines as they come to lie, for plain COPY into the same table with its keys and indexes. */
async function copyOut(context: BenchContext, tenantId: string, path: string): Promise<void> {
  const { to } = await import('pg-copy-streams');
  await asOwner(context.db, (client) =>
    pipeline(
      client.query(to(`copy (select * from app.order_lines where tenant_id = '${tenantId}') to stdout`)),
      createWriteStream(path),
    ),
  );
}

/** The whole pipeline (parse, check, convert, orders, customers, merge, dirty days) against COPY of the finished lines. */
export async function benchIngest(context: BenchContext): Promise<BenchRow[]> {
  const lines = Math.round(1_000_000 * context.scale);
  const folder = join(env().FAIRWAY_DATA_DIR, 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lines.csv');
  const rows = join(folder, 'rows.copy');
  await writeFile(file, lines);
  const access = await benchTenant('ingest');
  const feed = await benchFeed(access, 'files');
  const upload = await storeFile(access, file, 'lines.csv');
  const run = async () => {
    const { runId } = await withTenant(access, (work) =>
      startRun(work, { feedId: feed, upload, mapping: retailColumns }),
    );
    const took = await seconds(() => executeRun(access, runId));
    return { took, run: await withTenant(access, (work) => getRun(work, runId)) };
  };
  const first = await run();
  context.note(
    `ingest: ${first.took.toFixed(1)} s, ${Math.round(lines / first.took)} lines/s, ${JSON.stringify(first.run.error)}`,
  );
  const again = await run();
  context.note(`again: ${again.took.toFixed(1)} s, unchanged ${again.run.unchanged}`);
  await copyOut(context, access.tenant.id, rows);
  await asOwner(context.db, (client) =>
    client.query('delete from app.order_lines where tenant_id = $1', [access.tenant.id]),
  );
  await asOwner(context.db, (client) => client.query('vacuum analyze app.order_lines'));
  const copied = await asOwner(context.db, (client) =>
    seconds(async () => {
      await client.query('begin');
      // Row-level security forbids COPY to all but a superuser, which the owner of the embedded database is.
      await pipeline(createReadStream(rows), client.query(copyFrom('copy app.order_lines from stdin')));
      await client.query('commit');
    }),
  );
  context.note(`COPY: ${copied.toFixed(1)} s`);
  rmSync(folder, { recursive: true });
  const ratio = copied / first.took;
  return [
    {
      what: `ingest of ${lines.toLocaleString('en')} order lines against plain COPY into the same table`,
      figure: ratio.toFixed(2),
      aim: '≥ 0.5',
      met: ratio >= 0.5,
      from: `${first.took.toFixed(1)} s (${Math.round(lines / first.took / 1000)} k lines/s) against ${copied.toFixed(1)} s; the same file again ${again.took.toFixed(1)} s`,
    },
  ];
}
