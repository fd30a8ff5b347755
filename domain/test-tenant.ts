import { Readable } from 'node:stream';
import { type Database, directoryQuery } from '@/db/client';
import { connectFeed } from './feeds/connect-feed';
import { executeRun } from './ingest/execute-run';
import type { MappingInput } from './ingest/mapping';
import { getRun, type RunSummary } from './ingest/read-runs';
import { startRecordsRun, startRun } from './ingest/start-run';
import { storeUpload, type Upload } from './ingest/uploads';
import type { Access } from './tenants/access';
import { accessForJob } from './tenants/ways-in';
import { withTenant } from './work';

let made = 0;

/** A fresh tenant for one test, with an owner's access to it. */
export async function testTenant(settings: { zone?: string; currency?: string } = {}): Promise<Access> {
  const slug = `t-${process.pid}-${++made}`;
  const [row] = await directoryQuery<{ id: string }>(
    'insert into directory.tenants (slug, name, zone, currency) values ($1, $1, $2, $3) returning id',
    [slug, settings.zone ?? 'Asia/Shanghai', settings.currency ?? 'CNY'],
  );
  return (await accessForJob(row!.id, 'test'))!;
}

/** Adds shared reference rates: units for one euro. As the database's owner, as no other role may. */
export async function setRates(
  db: Database,
  rates: readonly [currency: string, on: string, rate: number][],
): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  await client.query(
    `insert into reference.ecb_rates (currency, "on", rate) select c, o::date, r from unnest($1::text[], $2::text[], $3::numeric[]) x(c, o, r)
     on conflict (currency, "on") do update set rate = excluded.rate`,
    [rates.map((r) => r[0]), rates.map((r) => r[1]), rates.map((r) => r[2])],
  );
  await client.end();
}

export const testFeed = (access: Access, name = 'files', connector = 'file'): Promise<string> =>
  withTenant(access, async (work) => (await connectFeed(work, { connector, name })).id);

export const uploadText = (access: Access, text: string | Buffer, fileName = 'file.csv'): Promise<Upload> =>
  storeUpload(access, { fileName, body: Readable.from([Buffer.from(text)]) });

/** Uploads a file into a feed and executes its run. */
export async function ingest(
  access: Access,
  feedId: string,
  file: string | Buffer | Upload,
  mapping?: MappingInput,
): Promise<RunSummary> {
  const upload = typeof file === 'string' || Buffer.isBuffer(file) ? await uploadText(access, file) : file;
  const { runId } = await withTenant(access, (work) => startRun(work, { feedId, upload, mapping }));
  await executeRun(access, runId);
  return withTenant(access, (work) => getRun(work, runId));
}

/** Sends canonical records into a feed and executes the run. */
export async function ingestRecords(
  access: Access,
  feedId: string,
  record: string,
  rows: readonly object[],
): Promise<RunSummary> {
  const upload = await uploadText(access, rows.map((r) => JSON.stringify(r)).join('\n') || ' ', `${record}.ndjson`);
  const { runId } = await withTenant(access, (work) => startRecordsRun(work, { feedId, record, upload }));
  await executeRun(access, runId);
  return withTenant(access, (work) => getRun(work, runId));
}
